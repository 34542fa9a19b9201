-- Playbooks of organizations and their versions, and checks that a move to another has dropped.

create table bridgelog.playbooks (
  organization uuid not null,
  id text collate "C" not null,
  name text collate "C" not null,
  version integer not null, -- the latest
  retired boolean not null,
  applies_to jsonb not null, -- of the latest version
  primary key (organization, id)
);
create unique index playbooks_by_name on bridgelog.playbooks (organization, name);

-- What a version says does not change.
create table bridgelog.playbook_versions (
  organization uuid not null,
  id text collate "C" not null, -- name@version
  playbook text collate "C" not null,
  name text collate "C" not null,
  version integer not null,
  content jsonb not null,
  published_by text collate "C" not null,
  published_at timestamptz not null,
  primary key (organization, id)
);
create unique index playbook_versions_by_playbook
  on bridgelog.playbook_versions (organization, playbook, version);

-- Of a check that is pending in no list any more: its row is kept, and may come back.
alter table bridgelog.checks add column dropped boolean;

call bridgelog.make_inline('playbooks');
call bridgelog.make_inline('playbook_versions');
call bridgelog.make_inline('checks');
call bridgelog.isolate('bridgelog.playbooks');
call bridgelog.isolate('bridgelog.playbook_versions');
grant select on bridgelog.playbooks, bridgelog.playbook_versions to bridgelog_app;
