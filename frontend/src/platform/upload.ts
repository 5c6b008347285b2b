import { pathOf, type Route } from '@rinnalla/shared/contract/define-route';
import { Problem, type ProblemBody, problemStatus } from '@rinnalla/shared/kernel/problem';

export interface UploadOptions {
  signal: AbortSignal;
  /** From 0 to 1: what has left this machine. */
  onProgress: (part: number) => void;
}

/**
 * Sends one file to a route that takes one. By XMLHttpRequest: `fetch` cannot tell how far it is. Throws `Problem`, or
 * an AbortError when it was cancelled.
 */
export const upload = <Answer>(
  route: Route,
  params: Record<string, string>,
  file: File,
  { signal, onProgress }: UploadOptions,
): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    const form = new FormData();
    form.append('file', file);
    request.open(route.method, `/api${pathOf(route, params)}`);
    request.setRequestHeader('accept', 'application/json');
    request.responseType = 'json';
    request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0);
    request.onload = () =>
      request.status < 300 ? resolve(request.response as Answer) : reject(problemOf(request));
    request.onerror = () => reject(new Problem('unavailable', { reason: 'network' }));
    request.onabort = () => reject(new DOMException('Cancelled', 'AbortError'));
    signal.addEventListener('abort', () => request.abort(), { once: true });
    request.send(form);
  });

const problemOf = ({ response, status }: XMLHttpRequest): Problem => {
  const body = response as Partial<ProblemBody> | null;
  if (!body?.code || !(body.code in problemStatus))
    return new Problem(status === 413 ? 'tooLarge' : 'unavailable');
  return new Problem(body.code, body.reason ? { reason: body.reason } : {});
};
