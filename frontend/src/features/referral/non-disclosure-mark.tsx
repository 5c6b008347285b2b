import { referralTexts } from '../../i18n/referral.js';
import { useTexts } from '../../i18n/use-texts.js';
import { LockMark } from '../../ui/lock-mark.js';

/** The lock of a client under a non-disclosure order: says why something is absent. */
export const NonDisclosureMark = () => <LockMark>{useTexts(referralTexts).nonDisclosure}</LockMark>;
