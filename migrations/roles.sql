-- The roles of Bridgelog: who owns the tables, who serves requests, who reads across
-- organizations. They do not log in themselves; logins are granted them. `bridgelog migrate`
-- runs this where its login may create roles; else a person who may runs it, once per cluster,
-- and then: grant bridgelog_owner to <the login of DATABASE_OWNER_URL>.
do $$
declare
  wanted text;
begin
  foreach wanted in array array['bridgelog_owner', 'bridgelog_app', 'bridgelog_worker'] loop
    if not exists (select from pg_roles where rolname = wanted) then
      execute format('create role %I nologin', wanted);
    end if;
  end loop;
end
$$;
