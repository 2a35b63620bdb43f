/**
 * The `dir` of a field in which any language may be typed: as its text; while it is empty as its surroundings, so that the placeholder
 * begins where the reader's language does. (An empty field of `dir="auto"` runs from left to right.)
 */
export function fieldDirection(text: string): 'auto' | undefined {
  return text === '' ? undefined : 'auto';
}
