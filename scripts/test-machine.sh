#!/usr/bin/env bash
# What depends on the database, and the drill, against Debian's PostgreSQL 15: a throwaway cluster on a free port of the
# loopback interface. Arguments go to jest.
set -euo pipefail
cd "$(dirname "$0")/.."

bin=/usr/lib/postgresql/15/bin

is_root() { [ "$(id -u)" = 0 ]; }

install_postgresql() {
  # Without the cluster that the package would make and start.
  local settings=/etc/postgresql-common/createcluster.conf
  mkdir -p "$(dirname "$settings")"
  [ -e "$settings" ] || echo 'create_main_cluster = false' >"$settings"
  apt-get update -qq &&
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends \
      -o Dpkg::Options::=--force-confold postgresql-15 >/dev/null
}

if [ ! -x "$bin/postgres" ] && is_root && command -v apt-get >/dev/null; then
  echo 'PostgreSQL 15 is missing: installing it with apt-get.'
  install_postgresql </dev/null || true
fi
if [ ! -x "$bin/postgres" ]; then
  echo "Left out: there is no PostgreSQL 15 in $bin, and it could not be installed."
  exit 0
fi

# PostgreSQL refuses to run as root.
as_postgres() {
  if is_root; then (cd / && runuser -u postgres -- "$@"); else "$@"; fi
}

folder=$(mktemp -d)
stop() {
  as_postgres "$bin/pg_ctl" -D "$folder/pg" -m immediate -w stop >/dev/null 2>&1 || true
  rm -rf "$folder"
}
trap stop EXIT
trap 'exit 130' INT TERM

password=$(node -e 'console.log(require("node:crypto").randomBytes(16).toString("hex"))')
port=$(node -e 'const s = require("node:net").createServer().listen(0, "127.0.0.1", () => {
  console.log(s.address().port); s.close(); })')

(umask 077 && echo "$password" >"$folder/password")
if is_root; then chown -R postgres: "$folder"; fi
as_postgres "$bin/initdb" -D "$folder/pg" -U postgres -E UTF8 --locale=C \
  -A scram-sha-256 --pwfile="$folder/password" >/dev/null
as_postgres "$bin/pg_ctl" -D "$folder/pg" -l "$folder/log" -w start >/dev/null \
  -o "-c listen_addresses=127.0.0.1 -c max_connections=300 -p $port -k '$folder'" || { cat "$folder/log"; exit 1; }

unset DATABASE_URL DATABASE_WORKER_URL
export DATABASE_OWNER_URL="postgresql://postgres:$password@127.0.0.1:$port/postgres"
"$bin/postgres" --version
npm test -- test/ledger test/api test/cli/external "$@"
DATABASE_URL=$DATABASE_OWNER_URL npm run --silent drill -- --instant
DATABASE_URL=$DATABASE_OWNER_URL npm run --silent drill -- slow-confirmations --instant
