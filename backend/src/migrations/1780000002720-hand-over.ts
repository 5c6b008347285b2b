import type { MigrationInterface, QueryRunner } from 'typeorm';

const final = `('completed', 'interrupted', 'declined', 'withdrawn', 'expired', 'entered_in_error')`;
const inForce = (m: string): string =>
  `${m}.ended_at is null and ${m}.valid_from <= app.today() and (${m}.valid_to is null or ${m}.valid_to >= app.today())`;
const senderRoles = `('coach', 'coordinator')`;
const providerRoles = `('providerWorker', 'providerManager')`;
/** What is seen of a referral without its client: number, state, times. */
const seen = `r.case_number, r.status, r.due_at, case when r.first_meeting_at > at then r.first_meeting_at end`;

/**
 * Whoever ends leaves nothing without an owner: what they answer for goes to colleagues in the transaction that ends the
 * membership, and what a membership leaves that ends by its date goes to the substitute or to who leads.
 */
export class HandOver1780000002720 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      /* What somebody answers for by this membership. Another membership on the same side carries the cases on. Internal: see below. */
      create function app.duties_of(leaving uuid, at timestamptz)
      returns table (kind text, id uuid, case_number text, status text, due_at timestamptz, meeting_at timestamptz, away_membership_id uuid)
      language sql stable security definer set search_path = public, pg_temp as $$
        with m as (
          select l.*, not exists (
                   select from membership o where o.person_id = l.person_id and o.organization_id = l.organization_id and o.id <> l.id and ${inForce('o')}
                      and (o.role in ${senderRoles} and l.role in ${senderRoles} or o.role in ${providerRoles} and l.role in ${providerRoles})) as is_last
            from membership l where l.id = leaving),
        open_referral as (select r.* from referral r where r.status not in ${final})
        select 'client', c.id, n.case_number, n.status, n.due_at, n.meeting_at, null::uuid
          from m join client c on c.organization_id = m.organization_id and c.handler_id = m.person_id
          left join lateral (
            select ${seen} as meeting_at from open_referral r
             where r.client_id = c.id and r.handler_id = m.person_id and r.sender_organization_id = m.organization_id
             order by r.first_meeting_at > at desc nulls last, r.due_at nulls last limit 1) n on true
         where m.is_last and m.role in ${senderRoles}
        union all
        select 'referral', r.id, ${seen}, null::uuid
          from m join open_referral r on r.sender_organization_id = m.organization_id and r.handler_id = m.person_id
         where m.is_last and m.role in ${senderRoles}
           and not exists (select from client c where c.id = r.client_id and c.handler_id = m.person_id and c.organization_id = m.organization_id)
        union all
        select 'referral', r.id, ${seen}, null::uuid
          from m join open_referral r on r.provider_organization_id = m.organization_id and r.assignee_id = m.person_id and r.sent_at is not null
         where m.is_last and m.role in ${providerRoles}
        union all
        select 'substitution', s.id, null, null, null, null, s.membership_id
          from m join substitution s on s.substitute_membership_id = m.id and s.organization_id = m.organization_id
         where s.valid_to is null or s.valid_to >= app.today()
      $$;
      revoke execute on function app.duties_of from public, rinnalla_app;

      /* Who may take over: in force, of the same organization and side, with a way in, and not the one who leaves. */
      create function app.successors_of(leaving uuid) returns table (membership_id uuid, person_id uuid, name text, role text)
      language sql stable security definer set search_path = public, pg_temp as $$
        select m.id, m.person_id, p.given_name || ' ' || p.surname, m.role
          from membership l join membership m on m.organization_id = l.organization_id and m.person_id <> l.person_id
          join person p on p.id = m.person_id and p.disabled_at is null
         where l.id = leaving and ${inForce('m')} and (m.invited_at is null or app.has_way_in(m.person_id))
           and m.role = any (case when l.role in ${providerRoles} then array['providerWorker', 'providerManager'] else array['coach', 'coordinator'] end)
      $$;
      revoke execute on function app.successors_of from public, rinnalla_app;

      /* To whom everything falls that is not given to anybody: today's substitute, else who leads the cases and has done so longest. */
      create function app.heir_of(leaving uuid) returns uuid language sql stable security definer set search_path = public, pg_temp as $$
        select n.membership_id
          from app.successors_of(leaving) n join membership m on m.id = n.membership_id join membership l on l.id = leaving
          left join substitution s on s.membership_id = leaving and s.substitute_membership_id = n.membership_id
               and s.valid_from <= coalesce(l.valid_to, app.today()) and (s.valid_to is null or s.valid_to >= least(coalesce(l.valid_to, app.today()), app.today()))
         where s.id is not null or m.role in ('coordinator', 'providerManager')
         order by s.id is not null desc, m.valid_from, m.id limit 1
      $$;
      revoke execute on function app.heir_of from public, rinnalla_app;

      /* For who leads: of others' memberships of the led organization. Numbers and times, no client. */
      create function app.led_duties(leaving uuid, at timestamptz)
      returns table (kind text, id uuid, case_number text, status text, due_at timestamptz, meeting_at timestamptz, away_name text)
      language sql stable security definer set search_path = public, pg_temp as $$
        select d.kind, d.id, d.case_number, d.status, d.due_at, d.meeting_at, p.given_name || ' ' || p.surname
          from membership l cross join lateral app.duties_of(l.id, at) d
          left join membership a on a.id = d.away_membership_id left join person p on p.id = a.person_id
         where l.id = leaving and l.organization_id = app.led_organization()
         order by d.kind, d.due_at nulls last, d.case_number, d.id
      $$;
      create function app.led_successors(leaving uuid) returns table (membership_id uuid, name text, role text, is_heir boolean)
      language sql stable security definer set search_path = public, pg_temp as $$
        select n.membership_id, n.name, n.role, n.membership_id = app.heir_of(leaving)
          from membership l cross join lateral app.successors_of(l.id) n
         where l.id = leaving and l.organization_id = app.led_organization() order by n.name, n.membership_id
      $$;

      /* The referral under a new owner: row, history, and the line both sides read. Internal. */
      create function app.move_referral(moved uuid, side text, taker uuid, by_person uuid, by_name text, by_role text, why text, at timestamptz)
      returns setof app.appended language plpgsql security definer set search_path = public, pg_temp as $$
      declare
        r referral;
        c conversation;
        taking record;
        facts jsonb;
      begin
        select m.person_id, p.given_name || ' ' || p.surname as name, m.organization_id, o.name as organization_name into taking
          from membership m join person p on p.id = m.person_id join organization o on o.id = m.organization_id where m.id = taker;
        update referral set
               handler_id = case side when 'sender' then taking.person_id else handler_id end,
               handler_name = case side when 'sender' then taking.name else handler_name end,
               assignee_id = case side when 'provider' then taking.person_id else assignee_id end,
               assignee_name = case side when 'provider' then taking.name else assignee_name end,
               version = version + 1, updated_at = at
         where id = moved returning * into r;
        facts := jsonb_build_object('ownerName', taking.name);
        insert into referral_step (referral_id, version, action, from_status, to_status, at, person_id, actor_name, organization_id, organization_name, role, reason, details)
        values (r.id, r.version, 'reassign', r.status, r.status, at, by_person, by_name, taking.organization_id, taking.organization_name, by_role, why, facts);
        if r.sent_at is null then return; end if;
        update conversation set last_seq = last_seq + 1, last_entry_at = at
         where referral_id = r.id and audience_organization_id is null returning * into c;
        if not found then return; end if;
        insert into conversation_entry (conversation_id, seq, kind, at, person_id, sender_name, organization_id, details)
        values (c.id, c.last_seq, 'event', at, by_person, case when by_person is not null then by_name end,
                case when by_person is not null then taking.organization_id end,
                jsonb_build_object('action', 'reassign', 'fromStatus', r.status, 'toStatus', r.status, 'version', r.version, 'facts', facts));
        return next app.appended_to(c, 'appended', c.last_seq, at);
      end $$;
      revoke execute on function app.move_referral from public, rinnalla_app;

      /* What the event tells of it: ids and the version. Internal. */
      create function app.referral_moved(of_referral uuid) returns jsonb language sql stable security definer set search_path = public, pg_temp as $$
        select jsonb_build_object('referralId', r.id, 'version', r.version, 'status', r.status, 'senderOrganizationId', r.sender_organization_id,
                 'providerOrganizationId', r.provider_organization_id, 'handlerId', r.handler_id, 'assigneeId', r.assignee_id, 'serviceId', r.service_id,
                 'offeringId', r.offering_id, 'nonDisclosure', r.non_disclosure, 'wasSent', r.sent_at is not null, 'freesPlace', false)
          from referral r where r.id = of_referral
      $$;
      revoke execute on function app.referral_moved from public, rinnalla_app;

      /* Everything that hangs on a membership goes to its takers; whatever finds none stops the whole. Internal. */
      create function app.hand_over(leaving uuid, takers jsonb, others_to uuid, led_by uuid, by_person uuid, by_name text, by_role text, why text, at timestamptz)
      returns table (kind text, item_id uuid, referral_id uuid, client_id uuid, taker_id uuid, taker_person_id uuid, meeting_at timestamptz, appended jsonb, moved jsonb)
      language plpgsql security definer set search_path = public, pg_temp as $$
      declare
        l membership;
        duty record;
        r record;
        side text;
        owner_of_notes uuid;
        draft record;
      begin
        select * into l from membership m where m.id = leaving;
        side := case when l.role in ${providerRoles} then 'provider' else 'sender' end;
        for duty in select * from app.duties_of(leaving, at) loop
          kind := duty.kind; item_id := duty.id; referral_id := null; client_id := null; appended := null; moved := null; meeting_at := duty.meeting_at;
          taker_id := coalesce((select (t->>'membershipId')::uuid from jsonb_array_elements(takers) t where t->>'kind' = duty.kind and t->>'id' = duty.id::text limit 1), others_to);
          select n.person_id into taker_person_id from app.successors_of(leaving) n where n.membership_id = taker_id;
          if duty.kind = 'substitution' then
            -- Nobody stands in for themselves: then whoever leads and meets clients does, or nobody.
            if duty.away_membership_id = taker_id then taker_id := led_by; end if;
            taker_person_id := (select n.person_id from app.successors_of(leaving) n where n.membership_id = taker_id and n.membership_id <> duty.away_membership_id);
            if taker_person_id is not null and not exists (
                 select from substitution s where s.membership_id = duty.away_membership_id and s.substitute_membership_id = taker_id
                    and (s.valid_to is null or s.valid_to >= app.today())) then
              insert into substitution (organization_id, membership_id, substitute_membership_id, valid_from, valid_to)
              select s.organization_id, s.membership_id, taker_id, greatest(s.valid_from, app.today()), s.valid_to from substitution s where s.id = duty.id;
            end if;
            continue;
          end if;
          if taker_person_id is null then
            raise exception 'Something has no new owner.' using errcode = '23514', constraint = 'nothing_is_ownerless';
          end if;
          if duty.kind = 'client' then
            client_id := duty.id;
            update client c set handler_id = taker_person_id, version = c.version + 1, updated_at = at, updated_by = coalesce(by_person, c.updated_by) where c.id = duty.id;
            -- Ended ones follow their client: who answers for a client reads its history.
            update referral x set handler_id = taker_person_id
             where x.client_id = duty.id and x.sender_organization_id = l.organization_id and x.handler_id = l.person_id and x.status in ${final};
            for r in select x.id, x.first_meeting_at from referral x
                      where x.client_id = duty.id and x.sender_organization_id = l.organization_id and x.handler_id = l.person_id and x.status not in ${final} order by x.id loop
              referral_id := r.id; meeting_at := case when r.first_meeting_at > at then r.first_meeting_at end;
              appended := (select to_jsonb(a) from app.move_referral(r.id, side, taker_id, by_person, by_name, by_role, why, at) a);
              moved := app.referral_moved(r.id);
              return next;
            end loop;
            if referral_id is null then return next; end if;
          else
            referral_id := duty.id;
            client_id := (select x.client_id from referral x where x.id = duty.id);
            appended := (select to_jsonb(a) from app.move_referral(duty.id, side, taker_id, by_person, by_name, by_role, why, at) a);
            moved := app.referral_moved(duty.id);
            return next;
          end if;
        end loop;

        update substitution s set valid_to = app.today() - 1 where (s.membership_id = leaving or s.substitute_membership_id = leaving)
           and s.valid_from < app.today() and (s.valid_to is null or s.valid_to >= app.today());
        delete from substitution s where (s.membership_id = leaving or s.substitute_membership_id = leaving) and s.valid_from >= app.today();

        -- Begun internal notes go to who leads the cases there, else to the case's new owner; begun messages to others end with their writer.
        for draft in select d.conversation_id, d.body, c.audience_organization_id, case side when 'sender' then c.handler_id else x.assignee_id end as owner_id
                       from message_draft d join conversation c on c.id = d.conversation_id join referral x on x.id = c.referral_id
                      where d.person_id = l.person_id and l.organization_id in (c.sender_organization_id, c.provider_organization_id)
                        and not exists (select from membership o where o.person_id = l.person_id and o.id <> leaving and ${inForce('o')}
                                           and o.organization_id in (c.sender_organization_id, c.provider_organization_id)) loop
          delete from message_draft d where d.conversation_id = draft.conversation_id and d.person_id = l.person_id;
          owner_of_notes := coalesce((select n.person_id from app.successors_of(leaving) n where n.membership_id = led_by), draft.owner_id);
          if draft.audience_organization_id = l.organization_id and owner_of_notes is not null and owner_of_notes <> l.person_id then
            insert into message_draft as kept (conversation_id, person_id, body, version, updated_at)
            values (draft.conversation_id, owner_of_notes, draft.body, 1, at)
            on conflict (conversation_id, person_id) do update
               set body = kept.body || E'\\n\\n' || excluded.body, version = kept.version + 1, updated_at = at
             where octet_length(kept.body) + octet_length(excluded.body) < 8000;
          end if;
        end loop;

        -- What they had not seen yet is news for whoever owns the case now.
        update notification n set membership_id = m.id, person_id = m.person_id
          from referral x, membership m
         where n.membership_id = leaving and n.seen_at is null and n.kind <> 'message' and x.id = n.referral_id
           and m.organization_id = l.organization_id and m.person_id = case side when 'sender' then x.handler_id else x.assignee_id end
           and m.person_id <> l.person_id and ${inForce('m')}
           and not exists (select from notification o where o.membership_id = m.id and o.event_key = n.event_key);
        update notification n set seen_at = hand_over.at where n.membership_id = leaving and n.seen_at is null;
      end $$;
      revoke execute on function app.hand_over from public, rinnalla_app;

      /* Ends another's membership of the led organization, from the version that was seen, with everything handed over. No row: another was first. */
      create function app.end_membership(ending uuid, seen_version integer, takers jsonb, others_to uuid, by_name text, at timestamptz)
      returns table (kind text, item_id uuid, referral_id uuid, client_id uuid, taker_id uuid, taker_person_id uuid, meeting_at timestamptz, appended jsonb, moved jsonb)
      language plpgsql security definer set search_path = public, pg_temp as $$
      declare
        l membership;
      begin
        -- Whoever makes the leaving one an owner of anything holds this row: they are waited for, and then counted.
        select * into l from membership m
          where m.id = ending and m.organization_id = app.led_organization() and m.person_id <> app.person() and m.role = any (app.grantable_roles())
            and m.version = seen_version and m.ended_at is null for update;
        if not found then return; end if;
        return query select * from app.hand_over(ending, takers, others_to, app.membership(), app.person(), by_name,
          (select m.role from membership m where m.id = app.membership()), 'left', at);
        update membership set valid_to = greatest(app.today(), valid_from) - 1, ended_at = at, ended_by = app.person(), handed_over_at = at,
               version = version + 1, updated_at = at, updated_by = app.person() where id = ending;
        update public_office f set valid_to = greatest(app.today(), f.valid_from) - 1, ended_at = at, ended_by = app.person(), version = f.version + 1
         where f.membership_id = ending and f.ended_at is null and (f.valid_to is null or f.valid_to >= app.today());
        update account_token set used_at = at
         where person_id = l.person_id and used_at is null and organization_id = l.organization_id;
        update session s set revoked_at = at
         where s.person_id = l.person_id and s.revoked_at is null
           and (s.membership_id = ending or not exists (select from membership o where o.person_id = l.person_id and ${inForce('o')}));
        kind := 'ended'; item_id := ending; referral_id := null; client_id := null; taker_id := null; taker_person_id := l.person_id; meeting_at := null; appended := null; moved := null;
        return next;
      end $$;

      alter table membership add column handed_over_at timestamptz;
      create index membership_left_idx on membership (valid_to) where handed_over_at is null and valid_to is not null;
      update membership set handed_over_at = now() where valid_to < (now() at time zone 'Europe/Helsinki')::date - 1;

      /* For the job of midnight: the next membership whose days are over and whose cases are still its person's. */
      create function app.release_membership(at timestamptz)
      returns table (kind text, item_id uuid, referral_id uuid, client_id uuid, taker_id uuid, taker_person_id uuid, meeting_at timestamptz, appended jsonb, moved jsonb)
      language plpgsql security definer set search_path = public, pg_temp as $$
      declare
        l membership;
        heir uuid;
      begin
        if app.job() is distinct from 'releaseMemberships' then raise exception 'only its job releases memberships'; end if;
        select * into l from membership m where m.handed_over_at is null and m.valid_to < app.today() order by m.valid_to, m.id limit 1 for update skip locked;
        if not found then return; end if;
        heir := app.heir_of(l.id);
        if heir is not null or not exists (select from app.duties_of(l.id, at) d where d.kind <> 'substitution') then
          return query select * from app.hand_over(l.id, '[]', heir, heir, null, 'Rinnalla', 'system', 'left', at);
        end if;
        update membership set handed_over_at = at where id = l.id;
        kind := 'released'; item_id := l.id; referral_id := null; client_id := null; taker_id := heir; taker_person_id := l.person_id; meeting_at := null; appended := null; moved := null;
        return next;
      end $$;

      /* Whoever becomes an owner is in force when it commits: an end that runs at the same moment is waited for, and then refuses. */
      create function app.keep_owner() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
      declare
        owner uuid;
        organization uuid;
      begin
        if app.person() is null then return new; end if;
        if tg_table_name = 'client' then owner := new.handler_id; organization := new.organization_id;
        elsif tg_argv[0] = 'handler' then owner := new.handler_id; organization := new.sender_organization_id;
        else owner := new.assignee_id; organization := new.provider_organization_id;
        end if;
        perform from membership m where m.person_id = owner and m.organization_id = organization and ${inForce('m')} for key share;
        if not found then raise exception 'An owner has left meanwhile.' using errcode = '40001'; end if;
        return new;
      end $$;
      create trigger keep_owner before insert on client for each row execute function app.keep_owner();
      create trigger keep_handler before insert on referral for each row execute function app.keep_owner('handler');
      create trigger keep_assignee before update of assignee_id on referral for each row
        when (new.assignee_id is not null and old.assignee_id is distinct from new.assignee_id) execute function app.keep_owner('assignee');
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop trigger keep_assignee on referral;
      drop trigger keep_handler on referral;
      drop trigger keep_owner on client;
      drop function app.keep_owner, app.release_membership, app.end_membership, app.hand_over, app.referral_moved, app.move_referral, app.led_successors, app.led_duties,
        app.heir_of, app.successors_of, app.duties_of;
      drop index membership_left_idx;
      alter table membership drop column handed_over_at;
    `);
  }
}
