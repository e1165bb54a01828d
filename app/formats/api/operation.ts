/** One question that the API answers: where it is asked, what it takes, what it answers, and how. */
import type { z } from "zod";
import type { Clocks } from "#app/paths.ts";
import type { publicMoment } from "#db/public.ts";
import type { Url } from "./addresses.ts";
import type { Parameters, QueryProblem } from "./query.ts";

/** What is asked, after the door let it in. */
export interface Asked {
  moment: Awaited<ReturnType<typeof publicMoment>>;
  clocks: Clocks & { origin: string };
  url: Url;
  query: URLSearchParams;
  /** The last part of the path, of what is one thing. */
  key: string;
}

type Outcome<Answer> =
  | { answer: Answer }
  /** Not there, or no longer: what was withdrawn says so. */
  | { absent: "commitment" | "debate" | "letter" | "item" | "dossier" }
  /** It is there, but came after the day that was asked for. */
  | { notYet: string }
  /** What is asked for goes by another name now. */
  | { elsewhere: URLSearchParams }
  | { refused: QueryProblem[] };

export interface Operation<Answer extends z.ZodType = z.ZodType> {
  id: string;
  tag: Tag;
  /** Under `/api/v1`, with what varies between braces. */
  path: string;
  summary: string;
  description: string;
  /** What varies in the path. */
  key?: { name: string; means: string; example: string };
  query: Parameters;
  answer: Answer;
  respond(asked: Asked): Promise<Outcome<z.infer<Answer>>>;
}

export const TAGS = {
  Toezeggingen: "Wat een bewindspersoon aan de Kamer toezegde, en wat ervan kwam.",
  Bronnen: "De brieven en debatten waar het in staat, en de dossiers waar het over gaat.",
  Lijsten: "Ministeries, ambten, commissies, Kamerleden en fracties die in het register voorkomen.",
  Verantwoording: "Wat is gecorrigeerd, en of er achteraf iets is veranderd.",
  Wegwijzer: "Wat er is, en hoe het eruitziet.",
} as const;
type Tag = keyof typeof TAGS;

/** Keeps the type of the answer, which a list of operations forgets. */
export const operation = <Answer extends z.ZodType>(one: Operation<Answer>): Operation<Answer> => one;
