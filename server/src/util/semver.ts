// Semantic versions: `1.2.0`, `2.0.0-beta.1`.

const SEMVER = /^\d{1,9}\.\d{1,9}\.\d{1,9}(?<pre>-[0-9A-Za-z.-]{1,100})?(?:\+[0-9A-Za-z.-]{1,100})?$/;

export function isSemver(text: string): boolean {
  return SEMVER.test(text);
}

/** Negative where `a` is older than `b`; a pre-release is older than its release. Both must be versions. */
export function compareSemver(a: string, b: string): number {
  const [left, right] = [a, b].map((text) => text.replace(/\+.*$/, ''));
  const difference = compareParts(numbersOf(left), numbersOf(right));
  if (difference !== 0) return difference;
  const [leftPre, rightPre] = [preOf(left), preOf(right)];
  if (leftPre === rightPre) return 0;
  if (leftPre === '') return 1;
  return rightPre === '' ? -1 : compareParts(leftPre.split('.'), rightPre.split('.'));
}

function numbersOf(version = ''): string[] {
  return (version.split('-')[0] ?? '').split('.');
}

function preOf(version = ''): string {
  const dash = version.indexOf('-');
  return dash < 0 ? '' : version.slice(dash + 1);
}

function compareParts(left: readonly string[], right: readonly string[]): number {
  for (let index = 0; index < Math.max(left.length, right.length); index++) {
    const [a, b] = [left[index], right[index]];
    if (a === undefined || b === undefined) return a === undefined ? -1 : 1;
    const [aIsNumber, bIsNumber] = [/^\d+$/.test(a), /^\d+$/.test(b)];
    if (aIsNumber && bIsNumber && Number(a) !== Number(b)) return Number(a) - Number(b);
    if (aIsNumber !== bIsNumber) return aIsNumber ? -1 : 1;
    if (!aIsNumber && a !== b) return a < b ? -1 : 1;
  }
  return 0;
}
