import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A ring is sent behind the commit and can be lost with its process (ADR 4). So each node looks now and then for what was
 * committed and not told. Where it looked last is a number of transactions: an id or a time would miss who began earlier and
 * committed later.
 */
export class LookForLostRings1780000002800 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table event
        add column ring uuid not null default gen_random_uuid(),
        add column xid xid8 not null default pg_current_xact_id();
      create index event_xid_idx on event (xid);
      /* No transaction below next is open any more: what it will ever show is shown. */
      create function app.rings_since(begun xid8, out next xid8, out rings jsonb)
      language sql stable security definer set search_path = public, pg_temp as $$
        select pg_snapshot_xmin(pg_current_snapshot()),
               coalesce((select jsonb_agg(jsonb_build_object('ring', e.ring, 'name', e.name, 'payload', e.payload,
                                          'isSeenAgain', e.xid >= pg_snapshot_xmin(pg_current_snapshot())) order by e.id)
                           from event e where e.xid >= begun), '[]')
      $$;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function app.rings_since;
      drop index event_xid_idx;
      alter table event drop column ring, drop column xid;
    `);
  }
}
