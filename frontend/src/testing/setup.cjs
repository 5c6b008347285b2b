// What jsdom lacks of a browser: encoders that react-router wants, the modal dialog, the request.
const { TextDecoder, TextEncoder } = require('node:util');
Object.assign(globalThis, { TextDecoder, TextEncoder });
// react-router makes a Request of each navigation and reads only these from it.
globalThis.Request ??= class Request {
  constructor(url, { method = 'GET', signal, headers } = {}) {
    Object.assign(this, { url: String(url), method, signal, headers: headers ?? new Headers() });
  }
};
if (typeof HTMLDialogElement !== 'undefined') {
  HTMLDialogElement.prototype.showModal = function showModal() {
    this.setAttribute('open', '');
  };
  HTMLDialogElement.prototype.close = function close() {
    this.removeAttribute('open');
  };
}
if (typeof window !== 'undefined') {
  // As the page's first lines do: texts come with the code that names them.
  document.documentElement.lang = 'fi';
  window.scrollTo = () => undefined;
  window.matchMedia = window.matchMedia ?? ((query) => ({ matches: false, media: query, addEventListener() {}, removeEventListener() {} }));
  Element.prototype.scrollIntoView = Element.prototype.scrollIntoView ?? (() => undefined);
}
