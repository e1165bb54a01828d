/** The schemas that the OpenAPI document names; the same ones that the tests hold every answer to. */
import { z } from "zod";

export const components = z.registry<{ id: string }>();

/** A thing that the API answers. No field but these: an answer that holds one more does not fit its schema. */
export const component = <Shape extends z.ZodRawShape>(id: string, description: string, shape: Shape) =>
  z.strictObject(shape).meta({ description }).register(components, { id });

/** A field with what it means, in Dutch, for the document and for the page that explains the API. */
export const field = <S extends z.ZodType>(schema: S, description: string): S => schema.meta({ description }) as S;

export const day = (description: string) => field(z.iso.date(), description);
export const dayOrNone = (description: string) => field(z.iso.date().nullable(), description);
export const instant = (description: string) => field(z.iso.datetime(), description);
export const text = (description: string) => field(z.string(), description);
export const textOrNone = (description: string) => field(z.string().nullable(), description);
export const yesNo = (description: string) => field(z.boolean(), description);
export const count = (description: string) => field(z.int().min(0), description);
export const address = (description: string) => field(z.url(), description);
export const addressOrNone = (description: string) => field(z.url().nullable(), description);
