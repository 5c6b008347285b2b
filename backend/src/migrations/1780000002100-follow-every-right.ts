import type { MigrationInterface, QueryRunner } from 'typeorm';

const contentOpen = `('sent', 'acknowledged', 'clarification', 'waitlisted', 'offered', 'accepted', 'started', 'paused', 'closing', 'completed', 'interrupted')`;

const copyParties = (openToProvider: string): string => `
  create or replace function app.copy_parties() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
  begin
    select r.sender_organization_id, r.provider_organization_id, r.handler_id, r.non_disclosure, ${openToProvider}
      into new.sender_organization_id, new.provider_organization_id, new.handler_id, new.non_disclosure, new.open_to_provider
      from referral r where r.id = new.referral_id;
    return new;
  end $$`;
const spreadParties = (openToProvider: string): string => `
  create or replace function app.spread_parties() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
  begin
    update referral_content
       set handler_id = new.handler_id, non_disclosure = new.non_disclosure, provider_organization_id = new.provider_organization_id,
           open_to_provider = ${openToProvider}
     where referral_id = new.id;
    return null;
  end $$`;

const openByStatus = (referral: string): string => `${referral}.status in ${contentOpen}`;
const openByStatusAndConsent = (referral: string): string =>
  `(${openByStatus(referral)} and not app.consent_was_withdrawn(${referral}.client_id, ${referral}.service_id, ${referral}.provider_organization_id))`;

/**
 * Two ends of a right that nobody told: a consent taken back closes the case's content to the provider at once, and a
 * substitution that changes is asked again on every open socket. Both reach conversations by the triggers that are there.
 */
export class FollowEveryRight1780000002100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create index consent_record_service_idx on consent_record (client_id, service_id, recipient_organization_id, recorded_at desc);

      /* Only where the consent is the ground of the disclosure; the newest one counts. */
      create function app.consent_was_withdrawn(of_client uuid, of_service uuid, recipient uuid) returns boolean
      language sql stable security definer set search_path = public, pg_temp as $$
        select exists (select from service s where s.id = of_service and s.data_regime = 'own')
           and coalesce((select n.withdrawn_at is not null from consent_record n
                          where n.client_id = of_client and n.service_id = of_service and n.recipient_organization_id = recipient
                          order by n.recorded_at desc, n.withdrawn_at desc nulls first limit 1), false)
      $$;
      ${copyParties(openByStatusAndConsent('r'))};
      ${spreadParties(openByStatusAndConsent('new'))};

      create function app.spread_consent() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
      begin
        update referral_content k
           set open_to_provider = ${openByStatusAndConsent('r')}
          from referral r
         where r.id = k.referral_id and r.client_id = new.client_id and r.service_id = new.service_id
           and r.provider_organization_id = new.recipient_organization_id
           and k.open_to_provider is distinct from ${openByStatusAndConsent('r')};
        return null;
      end $$;
      create trigger spread_consent after insert or update of withdrawn_at on consent_record for each row execute function app.spread_consent();

      create function app.ring_for_substitute() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
      begin
        perform pg_notify('rinnalla', json_build_object('name', 'rightsChanged', 'payload', json_build_object('personId', m.person_id))::text)
           from membership m
          where m.id in (case when tg_op <> 'DELETE' then new.substitute_membership_id end, case when tg_op <> 'INSERT' then old.substitute_membership_id end);
        return null;
      end $$;
      create trigger ring_for_substitute after insert or update or delete on substitution for each row execute function app.ring_for_substitute();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop trigger ring_for_substitute on substitution;
      drop trigger spread_consent on consent_record;
      drop function app.ring_for_substitute, app.spread_consent;
      ${spreadParties(openByStatus('new'))};
      ${copyParties(openByStatus('r'))};
      drop function app.consent_was_withdrawn;
      drop index consent_record_service_idx;
    `);
  }
}
