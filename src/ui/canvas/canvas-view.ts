import type Sigma from "sigma";
import type { EntityId } from "../../base/ids.ts";
import type { ChartNode } from "../../claims/chart.ts";
import { type CanvasCamera, createCamera } from "./camera.ts";
import type { GraphCanvasHandle, GraphCanvasProps } from "./canvas-contract.ts";
import { createSigma } from "./create-sigma.ts";
import { loadFonts } from "./fonts.ts";
import { type Framed, frameNodes, margins, mostFit, type View } from "./frame-nodes.ts";
import { type DrawnScene, drawScene, restyleScene, sameParts } from "./graph-of-scene.ts";
import type { Pointed } from "./highlights.ts";
import { linkAt, nodeAt } from "./hit-test.ts";
import { arrive, type KeyboardActions, type KeyboardFocus, onCanvasKey } from "./keyboard.ts";
import { nameFont, widestName } from "./labels/label-fonts.ts";
import { createLabelLayer, type LabelLayer } from "./labels/label-layer.ts";
import { createTextMeasure, type TextMeasure } from "./labels/text-measure.ts";
import { mostNamed } from "./layout/draw-part.ts";
import { type EdgeLook, type NodeLook, nodeKey } from "./looks.ts";
import { type Palette, readPalette } from "./palette.ts";
import { takePicture } from "./picture.ts";
import { Placing, type Settled } from "./placing.ts";
import { Pointer, type PointerActions } from "./pointer.ts";
import { toView, viewFrame } from "./view-frame.ts";
import { watchPixelRatio } from "./watch-pixel-ratio.ts";
import type { Size } from "./zoom.ts";

/** Flying to a few nodes leaves their surroundings in view. */
const mostFocus = 1.35;

const nothing: Pointed = { by: "pointer", node: null, edge: null };

/** Elements that the canvas draws into and tells through. */
export interface CanvasElements {
  /** Carries `data-layout`, `data-nodes` and `data-edges`; the theme's colours are read from it. */
  readonly root: HTMLElement;
  readonly drawing: HTMLElement;
  /** What is seen of the drawing: as wide, and from the top down to where something covers it. */
  readonly seen: HTMLElement;
  /** A polite live region. */
  readonly voice: HTMLElement;
}

/** The canvas without React: owns sigma, the graph that is drawn, and where everything stands. */
export class CanvasView implements GraphCanvasHandle {
  private readonly elements: CanvasElements;
  private readonly sigma: Sigma<NodeLook, EdgeLook>;
  private readonly camera: CanvasCamera;
  private readonly measure: TextMeasure = createTextMeasure();
  private readonly labels: LabelLayer = createLabelLayer(this.measure);
  private readonly placing: Placing;
  private readonly watcher: ResizeObserver;
  private readonly stopWatching: () => void;
  private props: GraphCanvasProps;
  private palette: Palette;
  private drawn: DrawnScene;
  private hovered: Pointed = nothing;
  private keyboard: KeyboardFocus | null = null;
  private keyboardIsHere = false;
  /** Where the camera stood after everything was last fitted into view; null once something else was asked for. */
  private fitted: View | null = null;
  private pixelRatio = devicePixelRatio;
  private begun = false;
  private ended = false;

  constructor(elements: CanvasElements, props: GraphCanvasProps) {
    this.elements = elements;
    this.props = props;
    this.palette = readPalette(elements.root, props.theme);
    this.drawn = drawScene({ nodes: [], edges: [] }, this.palette, () => ({ x: 0, y: 0 }));
    this.sigma = createSigma(this.drawn.graph, elements.drawing, () => this.palette);
    this.camera = createCamera(this.sigma, () => this.sigma.getDimensions().height - this.seen().height);
    this.placing = new Placing({
      drawn: () => this.drawn,
      nameWidth: (label) => this.nameWidth(label),
      canvas: () => this.free(),
      moved: () => this.onMoved(),
      settled: (how) => this.onSettled(how),
    });
    this.placing.turnTo(props.sheet);
    this.sigma.on("beforeRender", () => this.keepSharp());
    this.sigma.on("afterRender", () => this.drawNames());
    this.sigma.on("resize", () => this.onResize());
    this.watcher = new ResizeObserver((changes) => {
      if (changes.some(({ target }) => target === elements.seen)) this.onResize();
      this.repaint();
    });
    this.watcher.observe(elements.drawing);
    this.watcher.observe(elements.seen);
    document.fonts.addEventListener("loadingdone", this.onFonts);
    this.stopWatching = watchPixelRatio(() => this.repaint());
    new Pointer(this.sigma, this.pointerActions());
    elements.drawing.dataset.blank = "";
    this.tellLayout("running");
    void this.begin();
  }

  update(props: GraphCanvasProps): void {
    const before = this.props;
    this.props = props;
    if (props.theme !== before.theme) this.palette = readPalette(this.elements.root, props.theme);
    if (!this.begun) return;
    if (props.sheet !== before.sheet) {
      this.turn();
      return;
    }
    if (props.places !== before.places) this.placing.follow(before.places, props.places);
    if (props.scene !== before.scene) this.takeScene();
  }

  /** Lets go of everything. Whatever was running says no more. */
  destroy(): void {
    this.ended = true;
    this.placing.end();
    this.watcher.disconnect();
    this.stopWatching();
    document.fonts.removeEventListener("loadingdone", this.onFonts);
    this.sigma.kill();
  }

  /** Handles a key; true when it was the canvas's own. */
  onKey(event: KeyboardEvent): boolean {
    return this.begun && onCanvasKey(event, this.keyboardActions());
  }

  /** The keyboard has come to the canvas. */
  onFocus(): void {
    this.keyboardIsHere = true;
    if (this.begun) arrive(this.keyboardActions());
  }

  onBlur(): void {
    this.keyboardIsHere = false;
    this.drawNames();
  }

  fit(): void {
    this.fitNow("fly");
  }

  focus(entities: readonly EntityId[]): void {
    const chosen = entities.flatMap((id) => this.drawn.byEntity.get(id) ?? []);
    if (chosen.length === 0) return;
    const now = this.camera.view();
    const most = Math.max(Math.min(now.zoom, mostFocus), 1);
    if (now.zoom >= 0.75 && chosen.every(({ look }) => this.isInView(look))) return;
    const view = frameNodes(this.framed(chosen), this.seen(), most);
    if (view === null) return;
    this.fitted = null;
    this.camera.fly(view);
  }

  zoom(direction: "in" | "out"): void {
    this.fitted = null;
    this.camera.zoomBy(direction === "in" ? 1.4 : 1 / 1.4);
  }

  layout(): void {
    this.tellLayout("running");
    this.placing.again();
  }

  places(): readonly ChartNode[] {
    return this.placing.places();
  }

  picture(): Promise<Blob> {
    this.sigma.refresh({ partialGraph: {}, skipIndexation: true });
    const { edges, nodes, labels } = this.sigma.getCanvases();
    const layers = [edges, nodes, labels].filter((layer) => layer !== undefined);
    return takePicture({ layers, size: this.seen(), palette: this.palette, legend: this.props.legend });
  }

  private async begin(): Promise<void> {
    await loadFonts(this.palette.font, this.props.scene);
    if (this.ended) return;
    this.measure.forget();
    this.begun = true;
    this.takeScene();
  }

  /** Another drawing: nothing of the one before is held on to. */
  private turn(): void {
    this.placing.turnTo(this.props.sheet);
    this.fitted = null;
    this.keyboard = null;
    this.elements.drawing.dataset.blank = "";
    this.takeScene("another");
  }

  private takeScene(drawing: "same" | "another" = "same"): void {
    const { scene } = this.props;
    const same = drawing === "same" && this.drawn.nodes.length > 0 && sameParts(this.drawn.scene, scene);
    this.drawn = same
      ? restyleScene(this.drawn, scene, this.palette)
      : drawScene(scene, this.palette, (id) => this.placing.placeOf(id));
    this.hovered = nothing;
    this.labels.setItems(this.drawn.nodes, this.drawn.edges);
    if (same) {
      this.sigma.refresh({ schedule: true });
      return;
    }
    const { root } = this.elements;
    root.dataset.nodes = String(scene.nodes.length);
    root.dataset.edges = String(scene.edges.length);
    this.tellLayout("running");
    this.sigma.setGraph(this.drawn.graph);
    this.placing.settle(this.props.places);
  }

  private onMoved(): void {
    if (this.fitted !== null || this.elements.drawing.dataset.blank !== undefined) this.fitNow("jump");
    if (!this.placing.isBlank) delete this.elements.drawing.dataset.blank;
    this.sigma.refresh({ schedule: true });
  }

  private onSettled({ first, asked }: Settled): void {
    if (first || asked || this.fitted !== null) this.fitNow(first ? "jump" : "fly");
    this.tellLayout("settled");
    this.props.onPlaces(this.placing.places(), asked ? "asked" : "settled");
  }

  /** sigma sizes its layers anew only when the canvas changes its size, not when a pixel does. */
  private keepSharp(): void {
    if (this.pixelRatio === devicePixelRatio) return;
    this.pixelRatio = devicePixelRatio;
    this.sigma.resize(true);
  }

  private onResize(): void {
    const wasFitted = this.isFitted();
    this.camera.keepSize();
    if (wasFitted) this.fitNow("jump");
  }

  private readonly onFonts = (): void => {
    this.measure.forget();
    this.drawNames();
  };

  private tellLayout(state: "running" | "settled"): void {
    this.elements.root.dataset.layout = state;
    this.props.onLayout(state);
  }

  private fitNow(how: "fly" | "jump"): void {
    const view = frameNodes(this.framed(this.drawn.nodes), this.seen(), mostFit);
    if (view === null) return;
    this.fitted = view;
    this.camera[how](view);
  }

  /** Whether the reader still sees what was fitted: wheel and drag move the camera without asking us. */
  private isFitted(): boolean {
    const now = this.camera.view();
    const { fitted } = this;
    return (
      fitted !== null &&
      Math.abs(now.zoom / fitted.zoom - 1) < 0.01 &&
      Math.hypot(now.x - fitted.x, now.y - fitted.y) * now.zoom < 2
    );
  }

  private framed(items: DrawnScene["nodes"]): Framed[] {
    const named = this.drawn.nodes.length <= mostNamed;
    return items.map(({ node, look }) => ({
      x: look.x,
      y: look.y,
      size: look.size,
      halfWidth: named ? this.nameWidth(node.label) / 2 + 4 : 0,
      below: named ? 20 : 0,
    }));
  }

  private nameWidth(label: string): number {
    return this.measure.cut(label, nameFont(this.palette.font, "strong"), widestName).width;
  }

  private seen(): Size {
    const { width, height } = this.sigma.getDimensions();
    return { width, height: Math.min(height, Math.max(1, this.elements.seen.offsetHeight)) };
  }

  /** What the middles of nodes may take of the canvas: inside the margins, with their names still in view. */
  private free(): Size {
    const { width, height } = this.seen();
    const room = { width: width - margins.left - margins.right - 96, height: height - margins.top - margins.bottom - 44 };
    return { width: Math.max(80, room.width), height: Math.max(80, room.height) };
  }

  private isInView(look: NodeLook): boolean {
    const { x, y } = toView(viewFrame(this.sigma), look);
    const { width, height } = this.seen();
    return x > 40 && y > 30 && x < width - 40 && y < height - 60;
  }

  private repaint(): void {
    this.sigma.refresh({ partialGraph: {}, skipIndexation: true, schedule: true });
  }

  private drawNames(): void {
    const context = this.sigma.getCanvases().labels?.getContext("2d");
    if (context === null || context === undefined) return;
    const pointed = [this.hovered, this.underKeyboard()];
    this.labels.draw(context, viewFrame(this.sigma), { palette: this.palette, pointed });
  }

  private underKeyboard(): Pointed {
    const { keyboard, drawn } = this;
    if (keyboard === null || !this.keyboardIsHere) return nothing;
    const edge = drawn.edges.find((item) => item.edge.id === keyboard.link) ?? null;
    return { by: "keyboard", node: drawn.byEntity.get(keyboard.entity) ?? null, edge };
  }

  private pointerActions(): PointerActions {
    return {
      nodeAt: (point) => nodeAt(this.drawn.nodes, point, viewFrame(this.sigma)),
      linkAt: (point) => linkAt(this.drawn.edges, point, viewFrame(this.sigma)),
      click: (node, link, options) => {
        if (node !== null) this.props.onSelectEntity(node.node.id, options);
        else if (link !== null) this.props.onSelectLink(link.edge.id);
        else this.props.onClear();
      },
      open: ({ node }) => this.props.onOpenEntity(node.id),
      hover: (node, edge) => {
        if (this.hovered.node === node && this.hovered.edge === edge) return;
        this.hovered = { by: "pointer", node, edge };
        this.elements.drawing.dataset.pointing = node === null && edge === null ? "nothing" : "something";
        this.drawNames();
      },
      drag: ({ node }, point) => this.dragTo(node.id, point),
      drop: ({ node }) => {
        const look = this.drawn.byEntity.get(node.id)?.look;
        if (look === undefined) return;
        this.placing.pin(node.id, look);
        this.props.onPlaces(this.placing.places(), "drag");
      },
    };
  }

  private dragTo(id: EntityId, point: { x: number; y: number }): void {
    const item = this.drawn.byEntity.get(id);
    if (item === undefined) return;
    Object.assign(item.look, point);
    this.fitted = null;
    const nodes = [nodeKey(id)];
    this.sigma.refresh({
      partialGraph: { nodes, edges: this.drawn.graph.edges(nodes[0]) },
      skipIndexation: true,
      schedule: true,
    });
  }

  private keyboardActions(): KeyboardActions {
    return {
      drawn: () => this.drawn,
      focus: () => this.keyboard,
      setFocus: (focus) => this.setFocus(focus),
      say: (words) => {
        this.elements.voice.textContent = words;
      },
      selectEntity: (id, options) => this.props.onSelectEntity(id, options),
      selectLink: (id) => this.props.onSelectLink(id),
      openEntity: (id) => this.props.onOpenEntity(id),
    };
  }

  private setFocus(focus: KeyboardFocus): void {
    this.keyboard = focus;
    const look = this.drawn.byEntity.get(focus.entity)?.look;
    if (look === undefined || this.isInView(look)) {
      this.drawNames();
      return;
    }
    this.fitted = null;
    this.camera.fly({ ...this.camera.view(), x: look.x, y: look.y });
  }
}
