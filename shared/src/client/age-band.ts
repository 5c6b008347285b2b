/** Ages are told in tens, so that a provider learns enough to plan and too little to find the person. */
const bandYears = 10;
const youngestBandStart = 15;
const oldestBandStart = 70;

/** `30–39`, `15–19`, `70–`; undefined without a birth year, and for an age that no service is for. */
export const ageBandOf = (birthYear: number | null | undefined, year: number): string | undefined => {
  if (birthYear == null) return undefined;
  const age = year - birthYear;
  if (age < youngestBandStart) return undefined;
  if (age >= oldestBandStart) return `${oldestBandStart}–`;
  const ten = Math.floor(age / bandYears) * bandYears;
  return `${Math.max(ten, youngestBandStart)}–${ten + bandYears - 1}`;
};
