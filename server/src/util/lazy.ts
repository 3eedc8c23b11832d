// Values computed once, when first asked for.

/** A function that computes its value on the first call and answers it ever after. */
export function lazy<T>(compute: () => T): () => T {
  let value: { readonly of: T } | undefined;
  return () => {
    value ??= { of: compute() };
    return value.of;
  };
}
