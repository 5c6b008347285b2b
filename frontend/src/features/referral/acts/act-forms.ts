import type { ComponentType } from 'react';
import { AcceptForm } from './accept-form.js';
import type { ActFormProps, FormedAction } from './act-form-props.js';
import { AnswerForm } from './answer-form.js';
import { ApproveForm } from './approve-form.js';
import { AskForm } from './ask-form.js';
import { DeclineForm } from './decline-form.js';
import { FinishForm } from './finish-form.js';
import { NotStartedForm } from './not-started-form.js';
import { OfferForm } from './offer-form.js';
import { RefuseOfferForm } from './refuse-offer-form.js';
import { ReportForm } from './report-form.js';
import { StartForm } from './start-form.js';
import { TakeOfferForm } from './take-offer-form.js';
import { UndoForm } from './undo-form.js';
import { WaitlistForm } from './waitlist-form.js';
import { WithdrawForm } from './withdraw-form.js';

/** Each act has its form. */
export const actForms: Record<FormedAction, ComponentType<ActFormProps>> = {
  accept: AcceptForm,
  offer: OfferForm,
  take_offer: TakeOfferForm,
  refuse_offer: RefuseOfferForm,
  waitlist: WaitlistForm,
  decline: DeclineForm,
  ask: AskForm,
  answer: AnswerForm,
  withdraw: WithdrawForm,
  start: StartForm,
  not_started: NotStartedForm,
  finish: FinishForm,
  report: ReportForm,
  approve: ApproveForm,
  undo: UndoForm,
};
