/**
 * Words that tell of somebody's health, in one language. All in small letters; a word is a run of letters, so
 * `ADHD-lääkitys` is two and `hiv:n` begins with one.
 */
export interface HealthWords {
  /** How a word begins: every inflected form and what is compounded behind it. */
  beginnings: readonly string[];
  /** The same also inside a compound: `rintasyöpä`, `synnytysmasennus`. */
  anywhere: readonly string[];
  /** A whole word, where a beginning would catch others: `hiv` and not `hivenen`. */
  words: readonly string[];
  /** Words that tell only together; each may go on: `mielenterveyden häiriö`. */
  phrases: readonly string[];
  /** Beginnings of words that are about something else, in any of the languages. */
  except: readonly string[];
}
