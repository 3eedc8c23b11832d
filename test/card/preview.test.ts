// The panel's parts that need no editor: when it asks for a card, what its page allows, which messages it takes.
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { pageHtml } from '../../client/src/preview/html.ts';
import { asCardState, asFromWebview } from '../../client/src/preview/messages.ts';
import { createUpdates, RETRY_DELAY_MS, UPDATE_DELAY_MS, type Updates } from '../../client/src/preview/updates.ts';
import type { CardResult } from '../../server/src/lsp/protocol.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('updates', () => {
  test('an edit is shown within 100 ms, many edits by one request', async () => {
    const host = createHost();
    for (let version = 1; version <= 10; version++) host.edit(version);
    await vi.advanceTimersByTimeAsync(100);
    expect(host.log).toEqual(['shown 10']);
    expect(host.requests).toBe(1);
  });

  test('typing without a pause is followed all the while', async () => {
    const host = createHost();
    for (let version = 1; version <= 20; version++) {
      host.edit(version);
      await vi.advanceTimersByTimeAsync(20);
    }
    expect(host.log.length).toBeGreaterThan(5);
  });

  test('one request at a time, and one more for what came meanwhile', async () => {
    const host = createHost({ takes: 60 });
    host.updates.refresh();
    host.edit(2);
    host.updates.refresh();
    await vi.advanceTimersByTimeAsync(300);
    expect(host.atOnce).toBe(1);
    expect(host.log.at(-1)).toBe('shown 2');
  });

  test('an older card never replaces a newer one', async () => {
    const host = createHost();
    host.edit(5);
    await vi.advanceTimersByTimeAsync(100);
    host.answers(async () => card(4));
    host.updates.refresh();
    await vi.advanceTimersByTimeAsync(1);
    expect(host.log).toEqual(['shown 5']);
  });

  test('a server that is down is asked again until it answers', async () => {
    const host = createHost();
    host.answers(async () => Promise.reject(new Error('down')));
    host.updates.refresh();
    await vi.advanceTimersByTimeAsync(RETRY_DELAY_MS * 2);
    host.answers(async () => card(1));
    await vi.advanceTimersByTimeAsync(RETRY_DELAY_MS + UPDATE_DELAY_MS);
    expect(host.log).toEqual(['failed', 'failed', 'failed', 'shown 1']);
  });

  test('no card is said to be none', async () => {
    const host = createHost();
    host.answers(async () => null);
    host.updates.refresh();
    await vi.advanceTimersByTimeAsync(1);
    expect(host.log).toEqual(['none']);
  });

  test('nothing is shown after the panel closed', async () => {
    const host = createHost({ takes: 50 });
    host.updates.refresh();
    await vi.advanceTimersByTimeAsync(10);
    host.updates.dispose();
    await vi.advanceTimersByTimeAsync(1000);
    expect(host.log).toEqual([]);
  });
});

describe('page', () => {
  const html = pageHtml({
    cspSource: 'https://*.example',
    scriptUri: 'https://x.example/a"b.js',
    styleUri: 'https://x.example/card.css',
    nonce: 'abc',
    uri: 'file:///a"><script>',
  });

  test('lets nothing but our own files in', () => {
    expect(html).toContain("default-src 'none'; style-src https://*.example; script-src 'nonce-abc'");
    expect(html).not.toMatch(/unsafe|\son\w+=/);
  });

  test('addresses cannot break out', () => {
    expect(html.match(/<script/g)).toHaveLength(1);
    expect(html).toContain('a&quot;b.js');
  });
});

describe('messages', () => {
  test.each([{ type: 'ready' }, { type: 'reveal', offset: 3 }, { type: 'open', target: 'a.md' }])(
    '%j is taken',
    (message) => {
      expect(asFromWebview(message)).toEqual(message);
    },
  );

  test.each([
    null,
    'ready',
    { type: 'reveal' },
    { type: 'reveal', offset: -1 },
    { type: 'reveal', offset: 0.5 },
    { type: 'open', target: 3 },
    { type: 'run', command: 'x' },
  ])('%j is not', (message) => {
    expect(asFromWebview(message)).toBeNull();
  });

  test('a state from another version is no state', () => {
    expect(asCardState({ uri: 'file:///a' })).toEqual({ uri: 'file:///a' });
    expect(asCardState(undefined)).toBeNull();
    expect(asCardState({ uri: 1 })).toBeNull();
  });
});

interface Host {
  readonly log: string[];
  readonly updates: Updates;
  readonly requests: number;
  readonly atOnce: number;
  edit(version: number): void;
  answers(answer: () => Promise<CardResult | null>): void;
}

function card(version: number): CardResult {
  return { version, title: 'a', html: '' };
}

function createHost({ takes = 0 } = {}): Host {
  const log: string[] = [];
  let current = 1;
  let requests = 0;
  let running = 0;
  let atOnce = 0;
  let answer = async (): Promise<CardResult | null> => {
    const version = current;
    if (takes > 0) await new Promise((resolve) => setTimeout(resolve, takes));
    return card(version);
  };
  const updates = createUpdates({
    async request() {
      requests++;
      atOnce = Math.max(atOnce, ++running);
      return answer().finally(() => running--);
    },
    currentVersion: () => current,
    show: ({ version }) => void log.push(`shown ${version}`),
    showNone: () => void log.push('none'),
    showFailure: () => void log.push('failed'),
  });
  return {
    log,
    updates,
    get requests() {
      return requests;
    },
    get atOnce() {
      return atOnce;
    },
    edit(version) {
      current = version;
      updates.schedule();
    },
    answers(next) {
      answer = next;
    },
  };
}
