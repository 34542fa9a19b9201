import { ChainCheck, type Verdict } from './chain.js';
import { parseLine, type ParsedLine } from './export-format.js';

/** The text is not an export: a line is none of it, in the wrong place, or missing. */
export class NotAnExport extends Error {}

/** Recomputes every hash of an export, line by line. Throws `NotAnExport`. */
export const verifyExport = async (lines: AsyncIterable<string>): Promise<Verdict> => {
  let check: ChainCheck | undefined;
  let verdict: Verdict | undefined;
  for await (const text of lines) {
    const line = parsed(text);
    if (verdict) throw new NotAnExport('there is more after its end');
    if ('start' in line === (check !== undefined)) {
      throw new NotAnExport(check ? 'it begins twice' : 'it does not begin as an export does');
    }
    if ('start' in line) check = new ChainCheck(line.start);
    else if ('entry' in line) check?.add(line.entry);
    else verdict = check?.end(line.end);
  }
  if (!verdict) throw new NotAnExport('it ends before the export does');
  return verdict;
};

const parsed = (text: string): ParsedLine => {
  try {
    return parseLine(text);
  } catch (error) {
    throw new NotAnExport(`not a line of a Bridgelog export: ${(error as Error).message}`);
  }
};
