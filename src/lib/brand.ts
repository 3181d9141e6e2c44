/**
 * A string or number that only its own module may make, so that two ids of different
 * kinds can't be mixed up. The brand exists for the compiler only.
 */
export type Brand<Base, Name extends string> = Base & { readonly __brand: Name }
