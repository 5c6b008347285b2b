import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protect } from '../platform/database/protect.js';

/**
 * Rows of the log end at their time, from the beginning of a chain only, and leave a mark that the application signs: the
 * verifier begins after it. A row of a client under a legal hold keeps itself and all that follows it in its chain. ADR 14.
 */
export class PruneTheLog1780000002780 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table audit_prune (
        id bigint generated always as identity primary key,
        at timestamptz not null,
        chain_id bigint not null,
        /** The last row that was taken, and its hash: what follows hangs on it. */
        seq bigint not null,
        hash text not null,
        taken integer not null,
        written_before timestamptz not null,
        previous_signature text not null,
        signature text not null
      );
      ${protect('audit_prune', {})}

      /* What each chain begins with that was written before the instant. */
      create function app.log_to_prune(written_before timestamptz, on_day date)
      returns table (previous_signature text, chain_id bigint, seq bigint, hash text, taken integer)
      language plpgsql security definer set search_path = public, pg_temp as $$
      #variable_conflict use_column
      begin
        if app.job() is distinct from 'endRetention' then raise exception 'only the job ends what time ends'; end if;
        return query
          select coalesce((select p.signature from audit_prune p order by p.id desc limit 1), ''), c.id, e.seq, encode(e.hash, 'hex'),
                 (select count(*)::int from audit_event y where y.chain_id = c.id and y.seq <= e.seq)
            from audit_chain c
            cross join lateral (
              select coalesce(min(x.seq), c.last_seq + 1) - 1 as up_to from audit_event x
               where x.chain_id = c.id and (x.at >= written_before or (x.client_id is not null and app.is_held(x.client_id, on_day)))) u
            join audit_event e on e.chain_id = c.id and e.seq = u.up_to
           order by c.id;
      end $$;

      /* marks: [{chain, seq, hash, taken, previous, signature}] in their order. */
      create function app.prune_log(marks jsonb, pruned_at timestamptz, before timestamptz, on_day date, of_rule text, of_version integer) returns integer
      language plpgsql security definer set search_path = public, pg_temp as $$
      declare
        mark record;
        gone integer;
        total integer := 0;
      begin
        if app.job() is distinct from 'endRetention' then raise exception 'only the job ends what time ends'; end if;
        for mark in select * from jsonb_to_recordset(marks) as m (chain bigint, seq bigint, hash text, taken integer, previous text, signature text) loop
          delete from audit_event e where e.chain_id = mark.chain and e.seq <= mark.seq;
          get diagnostics gone = row_count;
          if gone <> mark.taken then raise exception 'the log has moved'; end if;
          insert into audit_prune (at, chain_id, seq, hash, taken, written_before, previous_signature, signature)
          values (pruned_at, mark.chain, mark.seq, mark.hash, mark.taken, before, mark.previous, mark.signature);
          total := total + gone;
        end loop;
        if total > 0 then
          insert into retention_run as n (organization_id, day, kind, rule, rule_version, ended, at) values (null, on_day, 'log', of_rule, of_version, total, pruned_at)
          on conflict (organization_id, day, rule) do update set ended = n.ended + excluded.ended, at = excluded.at;
        end if;
        return total;
      end $$;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop function app.prune_log, app.log_to_prune; drop table audit_prune');
  }
}
