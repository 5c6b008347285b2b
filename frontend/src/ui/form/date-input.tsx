/** Its own file, so that the calendar is fetched when a form asks for a day. */
export { DateInput } from 'suomifi-ui-components';
