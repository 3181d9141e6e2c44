import { styleText } from 'node:util'

/**
 * Text in a colour, where standard output is a terminal that shows colours and NO_COLOR isn't
 * set; else the text itself, so that what is piped on stays plain.
 */
export function paint(colour: 'green' | 'red' | 'yellow' | 'bold' | 'dim', text: string): string {
  return styleText(colour, text, { stream: process.stdout })
}
