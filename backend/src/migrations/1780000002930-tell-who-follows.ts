import type { MigrationInterface, QueryRunner } from 'typeorm';

const isToday = (valid: string): string =>
  `${valid}.valid_from <= app.today() and (${valid}.valid_to is null or ${valid}.valid_to >= app.today())`;

/** That words came is told to those for whom they may be unread, as `my-conversations` counts them: not to whole offices. */
export class TellWhoFollows1780000002930 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      /* Of those who read this conversation: who answers for the case, who stands in for them today, and who has read any of
         the case's conversations; of a non-disclosure client's sender none of the latter. While nobody has taken the case,
         it is all of the provider's: office. Ids alone. */
      create function app.who_follows(of_conversation uuid) returns table (people uuid[], office uuid)
      language sql stable security definer set search_path = public, pg_temp as $$
        with talk as (
          select c.referral_id, c.sender_organization_id as sender, c.provider_organization_id as provider, c.audience_organization_id as audience,
                 c.handler_id, c.non_disclosure, r.assignee_id
            from conversation c join referral r on r.id = c.referral_id
           where c.id = of_conversation and app.case_organization() in (c.sender_organization_id, c.provider_organization_id)),
        answering as (
          select m.id, m.person_id, m.organization_id from talk t join membership m on m.person_id = t.handler_id and m.organization_id = t.sender and ${isToday('m')}
          union all
          select m.id, m.person_id, m.organization_id from talk t join membership m on m.person_id = t.assignee_id and m.organization_id = t.provider and ${isToday('m')}),
        following as (
          select a.person_id, a.organization_id, true as answers from answering a
          union all
          select m.person_id, m.organization_id, true
            from answering a
            join substitution s on s.membership_id = a.id and ${isToday('s')}
            join membership m on m.id = s.substitute_membership_id and m.organization_id = s.organization_id and ${isToday('m')}
          union all
          select k.person_id, k.organization_id, false
            from talk t join conversation own on own.referral_id = t.referral_id join read_mark k on k.conversation_id = own.id
            join membership m on m.person_id = k.person_id and m.organization_id = k.organization_id and ${isToday('m')})
        select array(select distinct f.person_id from following f, talk t
                      where f.organization_id in (coalesce(t.audience, t.sender), coalesce(t.audience, t.provider))
                        and (f.answers or not t.non_disclosure or f.organization_id <> t.sender)),
               (select t.provider from talk t where t.assignee_id is null and coalesce(t.audience, t.provider) = t.provider)
      $$;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop function app.who_follows');
  }
}
