#!/bin/sh
# Makes the passwords and connection addresses of docker-compose.yml in deploy/secrets, which git does not know. What is there stays.
set -eu
folder=$(dirname "$0")/secrets
umask 077
mkdir -p "$folder"
password() { od -An -N24 -tx1 /dev/urandom | tr -d ' \n'; }

# Seals what the database must not give away by itself; a new one makes every authenticator app useless.
[ -s "$folder/sealing_key" ] || od -An -N32 -tx1 /dev/urandom | tr -d ' \n' > "$folder/sealing_key"
# Client secrets of organizations' sign-in services, {"name":"secret"}: written by hand.
[ -s "$folder/oidc.env" ] || printf 'OIDC_CLIENT_SECRETS={}\n' > "$folder/oidc.env"

for name in superuser_password owner_password app_password; do
  [ -s "$folder/$name" ] || password > "$folder/$name"
  # Containers read them as users of their own; the folder itself stays closed.
  chmod 0444 "$folder/$name"
done

app="DATABASE_URL=postgresql://rinnalla_app:$(cat "$folder/app_password")@postgres:5432/rinnalla"
owner="DATABASE_OWNER_URL=postgresql://rinnalla_owner:$(cat "$folder/owner_password")@postgres:5432/rinnalla"
# Seals the log. Keep a copy elsewhere: without it nobody can verify the log any more.
[ -s "$folder/log_key" ] || od -An -N32 -tx1 /dev/urandom | tr -d ' \n' > "$folder/log_key"

printf '%s\n%s\n%s\n' "$app" "LOG_KEY=$(cat "$folder/log_key")" "SEALING_KEY=$(cat "$folder/sealing_key")" > "$folder/api.env"
printf '%s\n%s\n' "$app" "$owner" > "$folder/migrate.env"
