// biome-ignore-all lint/suspicious/noExplicitAny: the scripts share one namespace, which each of them fills
// What the page scripts find in their world, for the check of their types.
declare var undertone: any;
declare var browser: any;
declare var chrome: any;
declare var navigation: EventTarget | undefined;

interface HighlightRegistry {
  highlightsFromPoint(x: number, y: number): { highlight: Highlight; ranges: AbstractRange[] }[];
}
