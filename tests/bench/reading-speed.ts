/** What it costs to read a letter of ten thousand words, and to match each of its passages with a register. */
import { indexCommitments } from "#app/domain/reading/match.ts";
import { read } from "#app/domain/reading/read.ts";
import { generatedLetter } from "../support/generated-letter.ts";
import { generatedMatching } from "../support/generated-matching.ts";
import { cpuMedianOf, type Figure } from "./figures.ts";

const DAY = "2024-09-01";
const input = (words: number) => ({ text: generatedLetter(words, 5), date: DAY, recesses: [] });

/** @param size how many open commitments the letter is matched with */
export function readingSpeed(size: number, rounds: number): Figure[] {
  const [whole, half] = [input(10_000), input(5_000)];
  const { open } = generatedMatching(size, 0, 2);
  const wholeTime = cpuMedianOf(rounds, () => read(whole));
  const halfTime = cpuMedianOf(rounds, () => read(half));
  const matched = cpuMedianOf(rounds, () => read({ ...whole, openCommitments: open }));
  return [
    {
      name: `een brief van 10.000 woorden lezen en vergelijken met ${size} toezeggingen`,
      value: matched,
      unit: "ms rekentijd",
      target: "onder 300 ms",
    },
    { name: "dezelfde brief alleen lezen", value: wholeTime, unit: "ms rekentijd" },
    { name: "groei van 5.000 naar 10.000 woorden", value: wholeTime / halfTime, unit: "x", target: "ongeveer 2" },
    {
      name: `${size} toezeggingen klaarzetten`,
      value: cpuMedianOf(3, () => indexCommitments([...open])),
      unit: "ms rekentijd",
    },
  ];
}
