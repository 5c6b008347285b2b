import { type Scale, seededId } from './scale.js';

/** The shared conversation and both sides' notes of each referral. The log begins with the step of sending. */
export const conversationsSql = (entries: number, which = 'true'): string => `
  insert into conversation (id, referral_id, audience_organization_id, sender_organization_id, provider_organization_id, handler_id, non_disclosure,
                            open_to_provider, last_seq, last_entry_at)
  select ${seededId('conversation', `r.id || a.audience`)}, r.id,
         case a.audience when 'sender' then r.sender_organization_id when 'provider' then r.provider_organization_id end,
         r.sender_organization_id, r.provider_organization_id, r.handler_id, r.non_disclosure, k.open_to_provider,
         case a.audience when 'shared' then ${entries} else 0 end, case a.audience when 'shared' then r.sent_at + interval '${entries} hours' end
    from referral r join referral_content k on k.referral_id = r.id, (values ('shared'), ('sender'), ('provider')) as a (audience)
   where ${which}
   order by 1`;

/** Entries of a shared conversation: the step of sending and its share of the messages. */
export const entriesOfEach = ({ messages, referrals }: Scale): number => 1 + Math.round(messages / referrals);

/** Five messages in each shared conversation, in turns; both sides have read all but the newest two. */
export const entriesSql = (entries: number): string => `
  insert into conversation_entry (conversation_id, seq, kind, at, person_id, sender_name, organization_id, client_message_id, body, details)
  select c.id, s.seq, case when s.seq = 1 then 'event' else 'message' end, r.sent_at + make_interval(hours => s.seq), w.person_id, 'Henkilö Numero', w.organization_id,
         case when s.seq > 1 then ${seededId('message', 'c.id::text || s.seq')} end,
         case when s.seq > 1 then 'Soitin tänään, sopii hyvin. Tavataan torstaina kello yksi kirjastolla.' end,
         case when s.seq = 1 then '{"action": "send", "fromStatus": "draft", "toStatus": "sent", "version": 2}'::jsonb else '{}' end
    from conversation c
    join referral r on r.id = c.referral_id
    join taker t on t.organization_id = c.provider_organization_id
    cross join generate_series(1, ${entries}) as s (seq)
    cross join lateral (select case when s.seq % 2 = 1 then r.handler_id else t.person_id end,
                               case when s.seq % 2 = 1 then c.sender_organization_id else c.provider_organization_id end) as w (person_id, organization_id)
   where c.audience_organization_id is null
   order by c.id, s.seq;
  insert into read_mark (conversation_id, person_id, organization_id, last_read_seq, at)
  select c.id, w.person_id, w.organization_id, ${entries - 2}, c.last_entry_at
    from conversation c
    join taker t on t.organization_id = c.provider_organization_id
    cross join lateral (values (c.handler_id, c.sender_organization_id), (t.person_id, t.organization_id)) as w (person_id, organization_id)
   where c.audience_organization_id is null`;
