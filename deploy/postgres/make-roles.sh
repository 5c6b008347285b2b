#!/bin/sh
# Runs once, when the database's volume is empty. The owner migrates; the app owns nothing and row-level security binds it.
set -eu
owner_password=$(cat /run/secrets/owner_password)
app_password=$(cat /run/secrets/app_password)

psql --set ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname "$POSTGRES_DB" \
  --set owner_password="$owner_password" --set app_password="$app_password" <<'SQL'
create role rinnalla_owner login nosuperuser nocreatedb nocreaterole nobypassrls password :'owner_password';
create role rinnalla_app login nosuperuser nocreatedb nocreaterole nobypassrls password :'app_password';
revoke all on database rinnalla from public;
grant connect on database rinnalla to rinnalla_app;
alter database rinnalla owner to rinnalla_owner;
create extension if not exists pg_trgm;
create extension if not exists unaccent;
create extension if not exists btree_gist;
create extension if not exists pgcrypto;
SQL
