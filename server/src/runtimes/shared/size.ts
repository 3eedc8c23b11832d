// How much a value holds: aliases make a short text stand for more than anyone could look at.

/** Whether a value, each alias counted wherever it stands, holds more than so many values. Stops counting there. */
export function isLargerThan(value: unknown, limit: number): boolean {
  const waiting: unknown[] = [value];
  let count = 0;
  while (waiting.length > 0) {
    if (++count > limit) return true;
    const next = waiting.pop();
    if (typeof next !== 'object' || next === null) continue;
    const children = Object.values(next);
    if (count + waiting.length + children.length > limit) return true;
    waiting.push(...children);
  }
  return false;
}
