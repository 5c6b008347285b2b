/** What notification n is about, under the reader's own rights: case r, opening e that they watch over, or membership m that they lead. Few are about an opening: each looks its own up. */
export const joinedSubjects = `left join referral r on r.id = n.referral_id
     left join lateral (select o.id, o.case_number from emergency_opening o where o.id = n.opening_id limit 1) e on true
     left join membership m on m.id = n.left_membership_id and m.organization_id = (select app.led_organization())`;

/** Who may not read any of them is not told. */
export const mayKnow = 'coalesce(r.id, e.id, m.id) is not null';

/** For the words of a mail: which it is. */
export const subjectColumns =
  'r.id as referral_id, e.id as opening_id, m.id as left_membership_id, coalesce(r.case_number, e.case_number) as case_number';

export interface SubjectRow {
  referral_id: string | null;
  opening_id: string | null;
  left_membership_id: string | null;
  case_number: string | null;
}
