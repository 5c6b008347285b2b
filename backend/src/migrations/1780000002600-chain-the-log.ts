import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protect } from '../platform/database/protect.js';

/** Rows of nobody's organization (a failed sign-in) have chains too. */
const nobodys = `'00000000-0000-0000-0000-000000000000'::uuid`;
/** The first chain of the organization that no other transaction is writing: writers never wait for each other's commit. */
const freeChain = (organization: string): string =>
  `select * into chain from audit_chain where organization_id = coalesce(${organization}, ${nobodys}) order by id limit 1 for update skip locked`;

/**
 * Every row of the log hangs on the one before it, in the transaction that writes it. An organization has as many chains
 * as it ever had transactions at the same instant. `platform/audit/verify-log.ts` computes the same outside of the database.
 */
export class ChainTheLog1780000002600 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table audit_chain (
        id bigint generated always as identity primary key,
        organization_id uuid not null,
        last_seq bigint not null default 0,
        last_hash bytea not null default ''
      ) with (fillfactor = 50);
      create index audit_chain_organization_idx on audit_chain (organization_id, id);
      ${protect('audit_chain', {})}

      alter table audit_event
        add column entry_id uuid not null default gen_random_uuid(),
        /** By the application's key over what was told: the database cannot make it. Empty: from before there was one. */
        add column seal text not null default '',
        add column chain_id bigint,
        add column seq bigint,
        add column hash bytea;
      alter table audit_event alter column seal drop default, alter column entry_id drop default;

      create function app.log_content(e audit_event) returns text language sql immutable as $$
        select jsonb_build_array(e.chain_id, e.seq, e.id, (extract(epoch from e.at) * 1000000)::bigint, e.person_id, e.organization_id, e.role, e.office_holder,
          e.action, e.object_type, e.object_id, e.client_id, e.purpose, e.result, e.details, e.request_id, e.entry_id, e.seal)::text
      $$;

      /* What stands already is chained in the order in which it was written. */
      do $$
      declare
        e audit_event;
        chain audit_chain;
      begin
        for e in select * from audit_event order by id loop
          select * into chain from audit_chain where organization_id = coalesce(e.organization_id, ${nobodys});
          if not found then insert into audit_chain (organization_id) values (coalesce(e.organization_id, ${nobodys})) returning * into chain; end if;
          e.chain_id := chain.id; e.seq := chain.last_seq + 1;
          e.hash := sha256(chain.last_hash || convert_to(app.log_content(e), 'UTF8'));
          update audit_event set chain_id = e.chain_id, seq = e.seq, hash = e.hash where id = e.id;
          update audit_chain set last_seq = e.seq, last_hash = e.hash where id = chain.id;
        end loop;
      end $$;

      alter table audit_event
        alter column chain_id set not null, alter column seq set not null, alter column hash set not null,
        add constraint audit_event_chain_key unique (chain_id, seq);

      create function app.chain_log_row() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
      declare
        chain audit_chain;
      begin
        ${freeChain('new.organization_id')};
        if not found then
          insert into audit_chain (organization_id) values (coalesce(new.organization_id, ${nobodys})) returning * into chain;
        end if;
        new.chain_id := chain.id;
        new.seq := chain.last_seq + 1;
        new.hash := sha256(chain.last_hash || convert_to(app.log_content(new), 'UTF8'));
        update audit_chain set last_seq = new.seq, last_hash = new.hash where id = chain.id;
        return new;
      end $$;
      create trigger chain_log_row before insert on audit_event for each row execute function app.chain_log_row();

      /* The heads of the chains, signed by the application from time to time: what stands before an anchor cannot be written anew. */
      create table audit_anchor (
        id bigint generated always as identity primary key,
        at timestamptz not null,
        /** [chain, seq, hash] of every chain that grew since the anchor before. */
        heads jsonb not null,
        previous_signature text not null,
        signature text not null
      );
      create table audit_chain_anchored (
        chain_id bigint primary key,
        seq bigint not null
      );
      ${protect('audit_anchor', {})}
      ${protect('audit_chain_anchored', {})}

      /* Nothing when nothing grew, or when another node is about to anchor. The lock ends with the transaction. */
      create function app.heads_to_anchor() returns table (previous_signature text, heads jsonb)
      language plpgsql security definer set search_path = public, pg_temp as $$
      begin
        if not pg_try_advisory_xact_lock(hashtext('audit_anchor')) then return; end if;
        return query
          select coalesce((select a.signature from audit_anchor a order by a.id desc limit 1), ''),
                 jsonb_agg(jsonb_build_array(c.id, c.last_seq, encode(c.last_hash, 'hex')) order by c.id)
            from audit_chain c left join audit_chain_anchored d on d.chain_id = c.id
           where c.last_seq > coalesce(d.seq, 0)
          having count(*) > 0;
      end $$;
      create function app.keep_anchor(anchored_at timestamptz, anchored jsonb, previous text, signed text) returns void
      language plpgsql security definer set search_path = public, pg_temp as $$
      begin
        insert into audit_anchor (at, heads, previous_signature, signature) values (anchored_at, anchored, previous, signed);
        insert into audit_chain_anchored (chain_id, seq)
        select (head->>0)::bigint, (head->>1)::bigint from jsonb_array_elements(anchored) head
        on conflict (chain_id) do update set seq = excluded.seq;
      end $$;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function app.keep_anchor, app.heads_to_anchor;
      drop table audit_chain_anchored, audit_anchor;
      drop trigger chain_log_row on audit_event;
      drop function app.chain_log_row, app.log_content;
      alter table audit_event drop column hash, drop column seq, drop column chain_id, drop column seal, drop column entry_id;
      drop table audit_chain;
    `);
  }
}
