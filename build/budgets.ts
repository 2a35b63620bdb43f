/** What each bundle may weigh, and on failure what made it heavy. */
import { gzipSync } from 'node:zlib';
import type { BundleInputs } from './layers.ts';

/** Bytes each part of the source gave to each bundle (before gzip) when sizes were last recorded: `build/recorded-sizes.json`. */
export type RecordedSizes = Readonly<Record<string, Readonly<Record<string, number>>>>;

/** One bundle to be weighed. */
export interface Weighed {
  readonly bundle: string;
  readonly bytes: Uint8Array;
  /** Most bytes after gzip. */
  readonly budget: number;
}

/** Bytes after gzip at its strongest: what the bundle costs in a download. */
function gzipped(bytes: Uint8Array): number {
  return gzipSync(bytes, { level: 9 }).length;
}

/** Adds up what each bundle's inputs gave to it, by package or by folder of ours. */
export function sizesByPart(outputs: BundleInputs): RecordedSizes {
  const sizes: Record<string, Record<string, number>> = {};
  for (const [bundle, { inputs }] of Object.entries(outputs)) {
    const parts: Record<string, number> = {};
    for (const [path, { bytesInOutput }] of Object.entries(inputs)) {
      const part = partOf(path);
      parts[part] = (parts[part] ?? 0) + bytesInOutput;
    }
    sizes[bundle] = parts;
  }
  return sizes;
}

/** `node_modules/@scope/name` of a package's file, `src/facts` or `extension/content` of ours. */
function partOf(path: string): string {
  const names = path.split('/');
  const depth = names[0] === 'node_modules' && names[1]?.startsWith('@') === true ? 3 : 2;
  return names.slice(0, depth).join('/');
}

/** One paragraph for a bundle over its budget: by how much, and which parts grew most since sizes were recorded. `undefined` within it. */
export function overBudget({ bundle, bytes, budget }: Weighed, now: RecordedSizes, recorded: RecordedSizes): string | undefined {
  const size = gzipped(bytes);
  if (size <= budget) return undefined;
  const grown = Object.entries(now[bundle] ?? {})
    .map(([part, bytesNow]) => ({ part, bytesNow, growth: bytesNow - (recorded[bundle]?.[part] ?? 0) }))
    .filter(({ growth }) => growth > 0)
    .sort((a, b) => b.growth - a.growth)
    .slice(0, 5)
    .map(({ part, bytesNow, growth }) => `  ${part} grew by ${growth} bytes to ${bytesNow}`);
  return [
    `${bundle} weighs ${size} bytes after gzip, ${size - budget} over its budget of ${budget}; before gzip:`,
    ...grown,
  ].join('\n');
}
