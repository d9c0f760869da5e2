/**
 * A customisable contraction hierarchy over plain arrays: it knows nodes, arcs and weights, and no map.
 *
 * <p><b>The idea.</b> Contracting a node takes it away and joins its neighbours with each other, so that the ways over it are
 * not lost. When every node has been contracted, from the least important to the most important, each fastest way has a copy
 * that first only climbs to more important nodes and then only descends. Which node is important depends on the network
 * alone: those at which few nodes cut it in two. So the work falls into three parts, by how often it is done:
 *
 * <pre>
 *   once a map        ArcGraph ── NestedDissection ──▶ NodeOrder ──▶ Hierarchy      seconds; the order is kept in a file
 *                                 (InertialFlow)                     (EliminationTree, ChordalRows)
 *   every weight new  Hierarchy + weights ── Customization ──▶ Metric               milliseconds
 *   a road closed     Metric + some weights ── PartialCustomization ──▶ Metric      microseconds: what it touches, exactly
 *   a question        Metric ──▶ one of the queries                                 microseconds, nothing allocated
 * </pre>
 *
 * <p><b>The queries.</b> All upward neighbours of a node are its ancestors in the elimination tree, so to climb is to walk to
 * the root, without a queue.
 *
 * <pre>
 *   EliminationTreeLabel   what it costs from a source to each ancestor; two labels give the distance. Units carry theirs.
 *   Rphast                 from a source set to some targets without labels
 *   Phast                  from a source set to all nodes
 *   OwnerSweep             from many sources to all nodes: the nearest, and what it costs
 *   ShortestPath           one way, arc by arc
 * </pre>
 *
 * <p>Every query takes a {@link rescue.routing.cch.Metric}; with {@code metric.reversed()} it asks the other way round. A
 * {@code Hierarchy} and a {@code Metric} are immutable and may be shared; whatever computes is reused, by one thread at a
 * time.
 *
 * <pre>{@code
 * Hierarchy hierarchy = Hierarchy.of(graph, NestedDissection.order(graph, x, y, 2));
 * Metric open = new Customization(hierarchy).customize(weights);
 * Metric closed = new PartialCustomization(hierarchy).with(open, new int[] {arc}, new long[] {Weight.UNREACHED});
 *
 * EliminationTreeLabel unit = new EliminationTreeLabel(hierarchy);
 * EliminationTreeLabel scene = new EliminationTreeLabel(hierarchy);
 * unit.compute(closed, unitNode);
 * scene.compute(closed.reversed(), sceneNode);
 * long weight = scene.weightTo(unit); // how long the unit drives to the scene
 * }</pre>
 *
 * <p>Papers: Dibbelt, Strasser, Wagner 2014/2016, "Customizable Contraction Hierarchies" (the whole); Schild, Sommer 2015, "On
 * balanced separators in road networks" (the order); Bauer, Columbus, Rutter, Wagner 2016, "Search-space size in contraction
 * hierarchies" (why elimination trees); Delling, Goldberg, Nowatzyk, Werneck 2011, "PHAST"; Delling, Goldberg, Werneck 2011,
 * "Faster batched shortest paths in road networks" (RPHAST).
 */
@NullMarked
package rescue.routing.cch;

import org.jspecify.annotations.NullMarked;
