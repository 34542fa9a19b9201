import { Field, InputType } from '@nestjs/graphql';
import { IsOptional } from 'class-validator';
import {
  IsDecimal,
  IsInput,
  IsLine,
  IsVerbatim,
  IsWebAddress,
} from '../../../platform/graphql/input-rules.js';
import { DateTime } from '../../../platform/graphql/scalars.js';
import type { AttachEvidence } from '../../domain/log/attach-evidence.js';
import { said } from '../../../platform/graphql/command-input.js';

@InputType({ description: 'Something to open elsewhere, such as a dashboard.' })
class EvidenceLinkInput {
  @Field({ description: 'Where it is: an address of http or https.' })
  @IsWebAddress(2_000)
  url!: string;

  @Field(() => String, { nullable: true, description: 'What it is.' })
  @IsOptional()
  @IsLine(200)
  title?: string | null;
}

@InputType({ description: 'A piece of a log, of a trace or of any other text.' })
class EvidenceExcerptInput {
  @Field({ description: 'The text, word for word: up to 65,536 characters, any but NUL.' })
  @IsVerbatim(65_536)
  text!: string;

  @Field(() => String, { nullable: true, description: 'Where it comes from.' })
  @IsOptional()
  @IsLine(200)
  title?: string | null;

  @Field(() => String, { nullable: true, description: 'What it is written in, as `json`.' })
  @IsOptional()
  @IsLine(50)
  format?: string | null;
}

@InputType({ description: 'A number that was measured.' })
class EvidenceFigureInput {
  @Field({ description: 'What was measured.' })
  @IsLine(200)
  name!: string;

  @Field({ description: 'The number, as `-0.25`: its digits are kept as they are given.' })
  @IsDecimal()
  value!: string;

  @Field(() => String, { nullable: true, description: 'What it is counted in, as `ms`.' })
  @IsOptional()
  @IsLine(20)
  unit?: string | null;

  @Field(() => DateTime, { nullable: true, description: 'When it had that value.' })
  at?: string | null;
}

@InputType({ isOneOf: true, description: 'A piece of evidence: exactly one of these.' })
export class EvidenceInput {
  @Field(() => EvidenceLinkInput, { nullable: true, description: 'Something to open elsewhere.' })
  @IsOptional()
  @IsInput(() => EvidenceLinkInput)
  link?: EvidenceLinkInput | null;

  @Field(() => EvidenceExcerptInput, { nullable: true, description: 'A piece of a text.' })
  @IsOptional()
  @IsInput(() => EvidenceExcerptInput)
  excerpt?: EvidenceExcerptInput | null;

  @Field(() => EvidenceFigureInput, { nullable: true, description: 'A number.' })
  @IsOptional()
  @IsInput(() => EvidenceFigureInput)
  figure?: EvidenceFigureInput | null;
}

/** GraphQL has seen to it that one of them is given. */
export const evidenceIn = ({
  link,
  excerpt,
  figure,
}: EvidenceInput): AttachEvidence['evidence'] => {
  if (link) return { link: { url: link.url, title: said(link.title) } };
  if (excerpt) {
    const { text, title, format } = excerpt;
    return { excerpt: { text, title: said(title), format: said(format) } };
  }
  if (figure) {
    const { name, value, unit, at } = figure;
    return { figure: { name, value, unit: said(unit), at: said(at) } };
  }
  throw new TypeError('A @oneOf input came without a value');
};
