import { identityCodesIn } from '../kernel/identity-code.js';
import { foldText } from './folded-text.js';
import { healthFindingsIn } from './health-findings.js';
import { personNamesIn } from './person-names.js';
import { type SensitiveKind, sensitiveKinds } from './sensitive-kinds.js';

/** Where something of a kind stands in a text. Never the words themselves: a finding may be logged. */
export interface Finding {
  kind: SensitiveKind;
  start: number;
  end: number;
}
type Range = Pick<Finding, 'start' | 'end'>;

const rangesOf = (text: string, pattern: RegExp, isMeant: (match: string) => boolean = () => true): Range[] =>
  [...text.matchAll(pattern)]
    .filter(([match]) => isMeant(match))
    .map(({ 0: match, index }) => ({ start: index, end: index + match.length }));

/**
 * Finnish numbers as people write them (040 123 4567, 0400-123456, +358 (0)40 1234567, (09) 123 4567) and foreign ones
 * behind a plus. Groups of two digits at least, so that a scale from 0 to 10 is none; not the tail of a date, a sum, a
 * case's number or an account.
 */
const phone =
  /(?<!\d[.,:/-]?|[A-Z]{2}\d\d \d{0,4} ?)(?:(?:\+|00)358[ -]*(?:\(0\))?[ -]*[1-9]|\+[1-9]|\(?0[1-9])\d{0,10}\)?(?:[ -]{1,3}\d{2,8}){0,5}(?!\d|[.,:]\d|[A-Z])/g;
const clockOrDate =
  /^(?:[01]\d|2[0-4]) ?[0-5]\d *- *(?:[01]\d|2[0-4]) ?[0-5]\d$|^[0-3]\d[ -][01]\d[ -](?:19|20)\d\d$/;
const businessId = /^\d{7}-\d$/;
const isPhone = (match: string): boolean => {
  const digits = match.replace(/\D/g, '').length;
  return digits >= 8 && digits <= 15 && !clockOrDate.test(match) && !businessId.test(match);
};

/** A house number, and not the beginning of a date, a clock, a sum or a measure. */
const house = String.raw` +\d{1,4}(?: ?[a-zA-Z](?![\p{L}\d]))?(?!\d|[.:,]\d| ?(?:€|%|euro|min|h\b|km|kg|krt|kert|vk|viik|kk|kuuk|päiv|henk|st\b|timm|veck|dag))`;
/** Last parts of street names that nothing else ends in. */
const certainStreet =
  'katu|kadun|kadulla|kadulta|kadulle|katua|kuja|kujan|kujalla|kujalta|kujalle|bulevardi|bulevardin|bulevardilla|esplanadi|esplanadin|esplanadilla|gatan|gata|vägen|gränden|gränd|stigen|esplanaden|bulevarden|allén';
/** Last parts that other words have too: those are streets when they begin with a capital letter. */
const possibleStreet =
  'tie|tien|tiellä|tieltä|tielle|polku|polun|polulla|polulta|polulle|raitti|raitin|raitilla|raitille|väylä|väylän|väylällä|kaari|kaaren|kaarella|rinne|rinteen|rinteellä|mäki|mäen|mäellä|tori|torin|torilla|aukio|aukion|aukiolla|ranta|rannan|rannalla|puistikko|puistikon|penger|penkereen|penkereellä|portti|portin|reitti|kulma|kulman|silta|linja|torget|backen|stranden|kajen|bågen|plan|parken';
const street = new RegExp(`(?<=[\\p{L}])(?:${certainStreet}|${possibleStreet})${house}`, 'giu');
const certain = new RegExp(`^(?:${certainStreet}) `, 'i');
/** Roads with a number of their own, and the ways and lines of somebody's service. */
const noStreet =
  /^(?:(?:valta|kanta|seutu|yhdys|moottori|kehä|maan|rauta)tie|(?:järn|motor|lands|stam|riks)väg|seuranta|(?:palvelu|hoito|koulutus|opinto|ura|oppimis|kuntoutus|työllisty\p{L}*|asiakas|elämän|tuki|valmennus|bussi|raitio|metro|puhelin)(?:pol|linja|reitti|kaar|väylä|silta|portti|kulma))/iu;

const streetsIn = (text: string): Range[] =>
  rangesOf(text, street).flatMap(({ start, end }) => {
    let first = start;
    while (first > 0 && /[\p{L}\p{M}-]/u.test(text[first - 1] ?? '')) first -= 1;
    const name = text.slice(first, end);
    const isMeant = !noStreet.test(name) && (certain.test(text.slice(start, end)) || /^\p{Lu}/u.test(name));
    return isMeant ? [{ start: first, end }] : [];
  });

/** 45100 Kouvola, FI-00100 Helsinki, AX-22100 Mariehamn. */
const postalPlace = /(?<![\d\p{Sc}.,:/-])(?:(?:FI|AX)-)?\d{5} +\p{Lu}\p{L}{2,}/gu;

/**
 * Finds in a text what it should rarely carry: identity codes, telephone numbers, street and postal addresses, words or
 * ICD-10 codes of health, and people's names; in the order of the text. Pure and quick enough for every key that is pressed.
 */
export const findSensitive = (written: string): Finding[] => {
  const { text, rangeOf } = foldText(written);
  const codes = identityCodesIn(text);
  const isInCode = ({ start, end }: Range): boolean =>
    codes.some((code) => start < code.end && end > code.start);
  const found: Record<SensitiveKind, Range[]> = {
    identityCode: codes,
    phone: rangesOf(text, phone, isPhone).filter((range) => !isInCode(range)),
    streetAddress: [...streetsIn(text), ...rangesOf(text, postalPlace)],
    health: healthFindingsIn(text),
    personName: personNamesIn(text),
  };
  return sensitiveKinds
    .flatMap((kind) => found[kind].map(({ start, end }) => ({ kind, ...rangeOf(start, end) })))
    .sort((a, b) => a.start - b.start || a.end - b.end);
};
