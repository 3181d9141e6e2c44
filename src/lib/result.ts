/**
 * The outcome of a pure step whose caller must branch: a phone, a CSV row, a payload.
 * I/O throws `AppError` instead.
 */
export type Result<Value, Fault> =
  { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly error: Fault }

/** Wraps a value as a success. */
export function ok<Value>(value: Value): { readonly ok: true; readonly value: Value } {
  return { ok: true, value }
}

/** Wraps a fault as a failure. */
export function err<Fault>(error: Fault): { readonly ok: false; readonly error: Fault } {
  return { ok: false, error }
}
