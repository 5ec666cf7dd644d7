package dev.revgraph.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Revisions with their parents and dependencies: a directed graph without loops, in which every name is given once.
 * Parents ({@code revises}) alone decide heads, bases, branch points and merge points; closures follow dependencies
 * too.
 *
 * <p>Immutable and safe for use by several threads. Every collection it returns is unmodifiable and in an order that
 * depends on the revisions only, not on the order in which they were loaded. Methods that take revisions throw a
 * {@link TargetException} ({@code no-such-revision}) for one that the graph does not have.
 */
public final class RevisionGraph {

    private static final RevisionGraph EMPTY = of(List.of());

    private final RevisionNode[] nodes;
    private final Map<RevisionId, Integer> numbers;
    private final BitSet files;
    private final Names names;
    private final Shape shape;

    /** @param order {@code order[number]} is the number in the registry; shape and names have the new numbers */
    RevisionGraph(Registry registry, int[] order, Names names, Shape shape) {
        this.nodes = new RevisionNode[order.length];
        this.numbers = new HashMap<>(order.length * 2);
        this.files = new BitSet(order.length);
        this.names = names;
        this.shape = shape;
        for (int number = 0; number < order.length; number++) {
            nodes[number] = registry.nodes().get(order[number]);
            numbers.put(nodes[number].id(), number);
            files.set(number, !registry.isForeign(order[number]));
        }
    }

    /**
     * A graph of these revisions.
     *
     * @throws InvalidGraphException with everything that is wrong with them
     */
    public static RevisionGraph of(Collection<RevisionNode> nodes) {
        return of(nodes, List.of());
    }

    /**
     * A graph of revisions, some of whose files may have turned out to be unreadable.
     *
     * @param foundBefore what is wrong with the files; if there is anything, no graph comes out, only the one report
     * @throws InvalidGraphException with these problems and everything else that is wrong with the revisions
     */
    public static RevisionGraph of(Collection<RevisionNode> nodes, List<Problem> foundBefore) {
        return GraphLoader.load(nodes, foundBefore);
    }

    public static RevisionGraph empty() {
        return EMPTY;
    }

    /**
     * This graph and revisions that are known only from a database. Those take part in edges, closures and look-ups,
     * but never decide heads, bases, branch points or merge points, nor take a label from a file. Their edges to
     * revisions that nobody knows are dropped; ids already present are ignored.
     *
     * @throws InvalidGraphException if they form a loop
     */
    public RevisionGraph including(Collection<RevisionNode> foreign) {
        if (foreign.stream().allMatch(node -> contains(node.id()))) {
            return this;
        }
        List<RevisionNode> own =
                files.stream().mapToObj(number -> nodes[number]).toList();
        List<RevisionNode> others = IntStream.range(0, nodes.length)
                .filter(number -> !files.get(number))
                .mapToObj(number -> nodes[number])
                .toList();
        List<RevisionNode> all = new ArrayList<>(others);
        foreign.stream().filter(node -> !contains(node.id())).forEach(all::add);
        return GraphLoader.extend(own, all);
    }

    public int size() {
        return nodes.length;
    }

    public boolean contains(RevisionId id) {
        return numbers.containsKey(id);
    }

    /** The revision with this id; labels and abbreviations are the business of {@link Traversal#resolve}. */
    public RevisionNode get(RevisionId id) {
        return nodes[number(id)];
    }

    /** All revisions, each after its parents and dependencies. */
    public List<RevisionId> revisions() {
        return Arrays.stream(nodes).map(RevisionNode::id).toList();
    }

    /** Those that no other one revises, by id. */
    public List<RevisionId> heads() {
        return filesWhere(this::isHead);
    }

    /** Those that no other one revises or depends on, by id. */
    public List<RevisionId> realHeads() {
        return filesWhere(this::isRealHead);
    }

    /** Those that revise nothing, by id. */
    public List<RevisionId> bases() {
        return filesWhere(number -> shape.parents().count(number) == 0);
    }

    /** Those that several others revise, by id. */
    public List<RevisionId> branchPoints() {
        return filesWhere(number -> childrenInFiles(number) > 1);
    }

    /** Those that revise several others, by id. */
    public List<RevisionId> mergePoints() {
        return filesWhere(number -> shape.parents().count(number) > 1);
    }

    /** What a revision revises, as declared. */
    public List<RevisionId> parents(RevisionId id) {
        return Arrays.stream(shape.parents().of(number(id))).mapToObj(this::id).toList();
    }

    /** What a revision declares to depend on, labels resolved, as declared. */
    public List<RevisionId> dependencies(RevisionId id) {
        return Arrays.stream(shape.dependencies().of(number(id)))
                .mapToObj(this::id)
                .toList();
    }

    /** The revisions that revise this one, by id. */
    public List<RevisionId> children(RevisionId id) {
        return sorted(Arrays.stream(shape.children().of(number(id))));
    }

    /** The revisions that declare to depend on this one, by id. */
    public List<RevisionId> dependents(RevisionId id) {
        return sorted(Arrays.stream(shape.dependents().of(number(id))));
    }

    /** Everything that must be applied for these to be applied, themselves included, in order of application. */
    public Set<RevisionId> closure(Collection<RevisionId> revisions) {
        return set(shape.below(bits(revisions)));
    }

    /** Everything that cannot stay when these are undone, themselves included, in order of application. */
    public Set<RevisionId> above(Collection<RevisionId> revisions) {
        return set(shape.above(bits(revisions)));
    }

    /** Those of the set that no other one of it needs, by id; of an applied set, the current heads. */
    public List<RevisionId> maximal(Set<RevisionId> revisions) {
        return sorted(shape.maximal(bits(revisions)).stream());
    }

    /** The set in order of application. */
    public List<RevisionId> inOrder(Set<RevisionId> revisions) {
        return list(bits(revisions));
    }

    /** What is not applied although an applied revision needs it, in order of application. */
    public List<RevisionId> gaps(Set<RevisionId> applied) {
        BitSet present = bits(applied);
        BitSet gaps = shape.below(present);
        gaps.andNot(present);
        return list(gaps);
    }

    Shape shape() {
        return shape;
    }

    Names names() {
        return names;
    }

    RevisionId id(int number) {
        return nodes[number].id();
    }

    RevisionNode node(int number) {
        return nodes[number];
    }

    /** The first of the labels that lead to this revision. */
    @Nullable String labelOf(int number) {
        return nodes[number].labels().stream()
                .map(label -> label.name().value())
                .filter(label -> Integer.valueOf(number).equals(names.owner(label)))
                .findFirst()
                .orElse(null);
    }

    /** Whether there is a file for it; otherwise it is known only from a database. */
    boolean isFile(int number) {
        return files.get(number);
    }

    boolean isHead(int number) {
        return files.get(number) && childrenInFiles(number) == 0;
    }

    boolean isRealHead(int number) {
        return isHead(number) && Arrays.stream(shape.dependents().of(number)).noneMatch(files::get);
    }

    /** All numbers for which something holds. */
    BitSet where(IntPredicate condition) {
        BitSet found = new BitSet(nodes.length);
        IntStream.range(0, nodes.length).filter(condition).forEach(found::set);
        return found;
    }

    BitSet bits(Collection<RevisionId> revisions) {
        BitSet bits = new BitSet(nodes.length);
        revisions.forEach(revision -> bits.set(number(revision)));
        return bits;
    }

    List<RevisionId> list(BitSet revisions) {
        return revisions.stream().mapToObj(this::id).toList();
    }

    Set<RevisionId> set(BitSet revisions) {
        return Collections.unmodifiableSet(new LinkedHashSet<>(list(revisions)));
    }

    List<RevisionId> sorted(IntStream revisions) {
        return revisions.mapToObj(this::id).sorted().toList();
    }

    private List<RevisionId> filesWhere(IntPredicate condition) {
        return sorted(files.stream().filter(condition));
    }

    private int childrenInFiles(int number) {
        return (int)
                Arrays.stream(shape.children().of(number)).filter(files::get).count();
    }

    int number(RevisionId id) {
        Integer number = numbers.get(id);
        if (number == null) {
            throw Unknown.revision(id.value(), names);
        }
        return number;
    }
}
