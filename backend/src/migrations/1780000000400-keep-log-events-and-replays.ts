import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protect } from '../platform/database/protect.js';

/** What every action leaves behind in its own transaction: a log row, events for reactions, and its answer for a replay. */
export class KeepLogEventsAndReplays1780000000400 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      /* Append-only: the app role may add and a data protection officer may read; nobody may change. */
      create table audit_event (
        id bigint generated always as identity primary key,
        at timestamptz not null,
        person_id uuid,
        organization_id uuid,
        role text,
        office_holder boolean not null default false,
        action text not null,
        object_type text not null,
        object_id text,
        client_id uuid,
        purpose text,
        result text not null default 'done' check (result in ('done', 'refused')),
        details jsonb not null default '{}',
        request_id text
      );
      create index audit_event_organization_idx on audit_event (organization_id, at);
      create index audit_event_client_idx on audit_event (client_id, at);
      ${protect('audit_event', {
        select: 'organization_id = (select app.log_organization())',
        insert:
          'person_id is not distinct from (select app.person()) and organization_id is not distinct from (select app.organization())',
      })}

      /* Events carry ids, never content. Written in the action's transaction, together with the NOTIFY that wakes every node. */
      create table event (
        id bigint generated always as identity primary key,
        at timestamptz not null,
        name text not null,
        payload jsonb not null
      );
      ${protect('event', { insert: 'true' })}

      /* A POST's answer lives as long as a client may still retry it; the same key with another body is refused. */
      create table idempotency_key (
        person_id uuid not null,
        key uuid not null,
        route text not null,
        body_hash text not null,
        status integer not null,
        response jsonb,
        created_at timestamptz not null,
        primary key (person_id, key)
      );
      ${protect('idempotency_key', {
        select: 'person_id = (select app.person())',
        insert: 'person_id = (select app.person())',
      })}
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table idempotency_key, event, audit_event;
    `);
  }
}
