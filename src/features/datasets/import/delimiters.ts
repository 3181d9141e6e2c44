/** What may stand between cells, as far as it is guessed or offered. */
export const DELIMITERS = [',', ';', '\t', '|'] as const
