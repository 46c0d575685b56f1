import { answerOf, type Answer } from './answer.js';
import type { Credentials } from './contract.js';

/** Sends one file as evidence; `onShare` hears the share sent, 0 to 1. XHR, because fetch tells no progress. */
export function upload(
  to: Credentials,
  file: File,
  onShare: (share: number) => void,
): Promise<Answer<{ fileId: string; sha256: string }>> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open('POST', `/chat/conversations/${encodeURIComponent(to.conversationId)}/files`);
    request.setRequestHeader('authorization', `Bearer ${to.token}`);
    request.upload.onprogress = ({ loaded, total }) => onShare(total > 0 ? loaded / total : 0);
    request.onload = () =>
      resolve(answerOf(request.status, request.responseText, request.getResponseHeader('retry-after')));
    request.onerror = request.ontimeout = request.onabort = () => resolve({ kind: 'unreachable' });
    const form = new FormData();
    form.append('file', file, file.name);
    request.send(form);
  });
}
