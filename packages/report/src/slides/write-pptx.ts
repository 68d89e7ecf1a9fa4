import { packParts } from '../pack-parts.ts';
import type { Deck } from './deck.ts';
import { FRAME } from './frame.ts';
import { layOutSlide } from './lay-out-slide.ts';
import { SLIDE } from './shapes.ts';
import { defaultTextStyle, FIRST_LAYOUT, layout, LAYOUT_NAMES, master, theme } from './slide-look.ts';
import { escapeXml, LANGUAGES, NAMESPACES, slideXml, XML } from './slide-xml.ts';

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const PRESENTATION = 'application/vnd.openxmlformats-officedocument.presentationml';

/** Relations of a part, `rId1` first. */
const relations = (all: readonly (readonly [type: string, target: string])[]): string =>
  `${XML}<Relationships xmlns="${PACKAGE}/relationships">${all
    .map(([type, target], index) => `<Relationship Id="rId${index + 1}" Type="${type}" Target="${target}"/>`)
    .join('')}</Relationships>`;

const override = (part: string, type: string): string => `<Override PartName="${part}" ContentType="${type}"/>`;

const contentTypes = (slides: number): string => {
  return `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${[
    override('/ppt/presentation.xml', `${PRESENTATION}.presentation.main+xml`),
    override('/ppt/presProps.xml', `${PRESENTATION}.presProps+xml`),
    override('/ppt/tableStyles.xml', `${PRESENTATION}.tableStyles+xml`),
    override('/ppt/slideMasters/slideMaster1.xml', `${PRESENTATION}.slideMaster+xml`),
    override('/ppt/theme/theme1.xml', 'application/vnd.openxmlformats-officedocument.theme+xml'),
    ...LAYOUT_NAMES.map((_, index) =>
      override(`/ppt/slideLayouts/slideLayout${index + 1}.xml`, `${PRESENTATION}.slideLayout+xml`),
    ),
    ...Array.from({ length: slides }, (_, index) =>
      override(`/ppt/slides/slide${index + 1}.xml`, `${PRESENTATION}.slide+xml`),
    ),
    override('/docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml'),
    override('/docProps/app.xml', 'application/vnd.openxmlformats-officedocument.extended-properties+xml'),
  ].join('')}</Types>`;
};

/** Nobody's name, no machine, no time but the symposium's first day. */
const coreProperties = ({ title, date, language }: Deck): string =>
  `${XML}<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${escapeXml(title)}</dc:title><dc:creator>Rapport</dc:creator><cp:lastModifiedBy>Rapport</cp:lastModifiedBy><cp:revision>1</cp:revision><dcterms:created xsi:type="dcterms:W3CDTF">${date}T00:00:00Z</dcterms:created><dcterms:modified xsi:type="dcterms:W3CDTF">${date}T00:00:00Z</dcterms:modified><dc:language>${LANGUAGES[language] ?? language}</dc:language></cp:coreProperties>`;

const appProperties = (slides: number): string =>
  `${XML}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Slides>${slides}</Slides><Application>Rapport</Application></Properties>`;

/** The first id a slide may have. */
const FIRST_SLIDE = 256;
const EMU = 12_700;

const guid = (index: number): string =>
  `{52415050-4F52-4000-8000-${(index + 0x10_00).toString(16).toUpperCase().padStart(12, '0')}}`;

/** Sections, by which PowerPoint gathers a group's slides. */
const sectionList = (sections: Deck['sections']): string => {
  let id = FIRST_SLIDE;
  const listed = sections.map(({ name, slides }, index) => {
    const ids = slides.map(() => `<p14:sldId id="${id++}"/>`);
    return `<p14:section name="${escapeXml(name)}" id="${guid(index)}"><p14:sldIdLst>${ids.join('')}</p14:sldIdLst></p14:section>`;
  });
  return `<p:extLst><p:ext uri="{521415D9-36F7-43E2-AB2F-B90AF26B5E84}"><p14:sectionLst xmlns:p14="http://schemas.microsoft.com/office/powerpoint/2010/main">${listed.join('')}</p14:sectionLst></p:ext></p:extLst>`;
};

const presentation = (deck: Deck, slides: number): string => {
  // The master is rId1, what stands before slides rId2 to rId4.
  const ids = Array.from(
    { length: slides },
    (_, index) => `<p:sldId id="${FIRST_SLIDE + index}" r:id="rId${index + 5}"/>`,
  );
  return `${XML}<p:presentation ${NAMESPACES}${deck.rightToLeft ? ' rtl="1"' : ''} saveSubsetFonts="1"><p:sldMasterIdLst><p:sldMasterId id="${FIRST_LAYOUT - 1}" r:id="rId1"/></p:sldMasterIdLst><p:sldIdLst>${ids.join('')}</p:sldIdLst><p:sldSz cx="${SLIDE.width * EMU}" cy="${SLIDE.height * EMU}"/><p:notesSz cx="6858000" cy="9144000"/>${defaultTextStyle(deck)}${sectionList(deck.sections)}</p:presentation>`;
};

/**
 * A deck as a PowerPoint presentation: a title, a marking at the top and the bottom and a number on every slide in real
 * placeholders, results as shapes whose alternative text says what they show, sections, every run with its language.
 * Its metadata name nobody and its only date is the symposium's first day. The same deck gives the same bytes.
 */
export const writePptx = (deck: Deck): Promise<Uint8Array> => {
  const slides = deck.sections.flatMap((section) => section.slides);
  const firstOf = deck.sections.map((_, index) =>
    deck.sections.slice(0, index).reduce((sum, section) => sum + section.slides.length, 1),
  );
  const parts = new Map<string, string>([
    ['[Content_Types].xml', contentTypes(slides.length)],
    [
      '_rels/.rels',
      relations([
        [`${OFFICE}/officeDocument`, 'ppt/presentation.xml'],
        [`${PACKAGE}/relationships/metadata/core-properties`, 'docProps/core.xml'],
        [`${OFFICE}/extended-properties`, 'docProps/app.xml'],
      ]),
    ],
    ['docProps/core.xml', coreProperties(deck)],
    ['docProps/app.xml', appProperties(slides.length)],
    ['ppt/presentation.xml', presentation(deck, slides.length)],
    [
      'ppt/_rels/presentation.xml.rels',
      relations([
        [`${OFFICE}/slideMaster`, 'slideMasters/slideMaster1.xml'],
        [`${OFFICE}/theme`, 'theme/theme1.xml'],
        [`${OFFICE}/presProps`, 'presProps.xml'],
        [`${OFFICE}/tableStyles`, 'tableStyles.xml'],
        ...slides.map((_, index) => [`${OFFICE}/slide`, `slides/slide${index + 1}.xml`] as const),
      ]),
    ],
    ['ppt/presProps.xml', `${XML}<p:presentationPr ${NAMESPACES}/>`],
    [
      'ppt/tableStyles.xml',
      `${XML}<a:tblStyleLst xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" def="{5C22544A-7EE6-4342-B048-85BDC9FD1C3A}"/>`,
    ],
    ['ppt/theme/theme1.xml', theme()],
    ['ppt/slideMasters/slideMaster1.xml', master(deck)],
    [
      'ppt/slideMasters/_rels/slideMaster1.xml.rels',
      relations([
        ...LAYOUT_NAMES.map(
          (_, index) => [`${OFFICE}/slideLayout`, `../slideLayouts/slideLayout${index + 1}.xml`] as const,
        ),
        [`${OFFICE}/theme`, '../theme/theme1.xml'],
      ]),
    ],
  ]);
  for (const [index, name] of LAYOUT_NAMES.entries()) {
    parts.set(`ppt/slideLayouts/slideLayout${index + 1}.xml`, layout(deck, name));
    parts.set(
      `ppt/slideLayouts/_rels/slideLayout${index + 1}.xml.rels`,
      relations([[`${OFFICE}/slideMaster`, '../slideMasters/slideMaster1.xml']]),
    );
  }
  for (const [index, slide] of slides.entries()) {
    const laidOut = layOutSlide(deck, slide);
    const { xml, links } = slideXml(deck, laidOut, { box: FRAME.number, value: index + 1 });
    parts.set(`ppt/slides/slide${index + 1}.xml`, xml);
    parts.set(
      `ppt/slides/_rels/slide${index + 1}.xml.rels`,
      relations([
        [`${OFFICE}/slideLayout`, `../slideLayouts/slideLayout${LAYOUT_NAMES.indexOf(laidOut.layout) + 1}.xml`],
        ...links.map(
          ({ section, slide: at }) => [`${OFFICE}/slide`, `slide${(firstOf[section] ?? 1) + at}.xml`] as const,
        ),
      ]),
    );
  }
  return packParts(parts);
};
