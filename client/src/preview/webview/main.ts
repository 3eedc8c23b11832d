// The code inside the card: shows what the panel sends and reports clicks.
import type { CardState, FromWebview, ToWebview } from '../messages.ts';
import { patchChildren } from './patch.ts';

interface VsCodeApi {
  postMessage(message: FromWebview): void;
  setState(state: CardState): void;
}
declare function acquireVsCodeApi(): VsCodeApi;

const vscode = acquireVsCodeApi();
const card = document.getElementById('card');
const status = document.getElementById('status');
let shownUri = document.body.dataset.uri ?? '';

vscode.setState({ uri: shownUri });
window.addEventListener('message', ({ data }: MessageEvent<ToWebview>) => receive(data));
document.addEventListener('click', ({ target }) => {
  const control = target instanceof Element ? target.closest<HTMLElement>('[data-offset], [data-open]') : null;
  if (control) follow(control);
});
document.addEventListener('dblclick', ({ target }) => {
  const block = target instanceof Element ? target.closest<HTMLElement>('[data-block]') : null;
  if (block?.dataset.block) vscode.postMessage({ type: 'reveal', offset: Number(block.dataset.block) });
});
vscode.postMessage({ type: 'ready' });

function receive(message: ToWebview): void {
  switch (message.type) {
    case 'card':
      showCard(message.uri, message.html);
      break;
    case 'status':
      if (status) status.textContent = message.text;
      if (message.clear) card?.replaceChildren();
      break;
  }
}

function showCard(uri: string, html: string): void {
  if (!card) return;
  const next = document.createElement('template');
  next.innerHTML = html;
  if (uri === shownUri) {
    patchChildren(card, next.content);
    return;
  }
  shownUri = uri;
  vscode.setState({ uri });
  card.replaceChildren(next.content);
  window.scrollTo(0, 0);
}

/** Buttons handle Enter and Space themselves, so listening for clicks is enough. */
function follow({ dataset }: HTMLElement): void {
  if (dataset.offset !== undefined) vscode.postMessage({ type: 'reveal', offset: Number(dataset.offset) });
  else if (dataset.open !== undefined) vscode.postMessage({ type: 'open', target: dataset.open });
}
