package dev.revgraph.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.revgraph.ErrorCode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Holds the rules of the graph against several thousand graphs made by chance; a failure names the seed. */
class RandomGraphTest {

    private static final int GRAPHS = 3_000;
    private static final int COMMANDS = 12;
    private static final Pattern OFFERED = Pattern.compile("`(upgrade|downgrade) ([^`]+)`");

    private interface Property {
        void holds(RandomGraph truth, RevisionGraph graph, Random random);
    }

    @Test
    void keepsTheAppliedSetClosedWhateverIsTyped() {
        forEveryGraph((truth, graph, random) -> {
            Set<RevisionId> applied = new LinkedHashSet<>();
            for (int i = 0; i < COMMANDS; i++) {
                applied = afterAnyCommand(truth, graph, applied, random);

                assertThat(truth.below(applied)).isEqualTo(applied);
                assertThat(new Traversal(graph, applied).currentHeads()).isEqualTo(truth.maximal(applied));
                assertThat(graph.gaps(applied)).isEmpty();
            }
        });
    }

    @Test
    void upgradesToExactlyWhatTheTargetNeeds() {
        forEveryGraph((truth, graph, random) -> {
            Set<RevisionId> applied = anyState(truth, random);
            RevisionId target = truth.anyId();

            List<RevisionId> plan = new Traversal(graph, applied).upgrade(target.value());

            Set<RevisionId> wanted = truth.below(Set.of(target));
            wanted.removeAll(applied);
            assertThat(plan).containsExactlyInAnyOrderElementsOf(wanted);
        });
    }

    @Test
    void downgradesExactlyWhatStandsOnTheTargetsChildren() {
        forEveryGraph((truth, graph, random) -> {
            Set<RevisionId> applied = anyState(truth, random);
            RevisionId target = truth.anyId();
            Set<RevisionId> wanted = truth.above(truth.children(target));
            wanted.retainAll(applied);
            if (wanted.isEmpty()) {
                return;
            }

            assertThat(new Traversal(graph, applied).downgrade(target.value()))
                    .containsExactlyInAnyOrderElementsOf(wanted);
        });
    }

    @Test
    void comesBackWhenAnUpgradeFollowsADowngrade() {
        forEveryGraph((truth, graph, random) -> {
            Set<RevisionId> applied = anyState(truth, random);
            Traversal before = new Traversal(graph, applied);
            List<RevisionId> undone;
            try {
                undone = before.downgrade(anyTarget(truth, random));
            } catch (TargetException refused) {
                return;
            }
            Set<RevisionId> state = new LinkedHashSet<>(applied);
            undone.forEach(state::remove);
            List<RevisionId> redone = new ArrayList<>();
            for (RevisionId head : before.currentHeads()) {
                List<RevisionId> plan = new Traversal(graph, state).upgrade(head.value());
                state.addAll(plan);
                redone.addAll(plan);
            }

            assertThat(state).isEqualTo(applied);
            assertThat(redone).containsExactlyInAnyOrderElementsOf(undone);
            if (before.currentHeads().size() == 1) {
                Collections.reverse(redone);
                assertThat(undone).isEqualTo(redone);
            }
        });
    }

    @Test
    void plansTheSameForEveryOrderOfLoading() {
        forEveryGraph((truth, graph, random) -> {
            RevisionGraph other = truth.shuffled();
            Set<RevisionId> applied = anyState(truth, random);

            assertThat(other.revisions()).isEqualTo(graph.revisions());
            assertThat(other.heads()).isEqualTo(graph.heads());
            assertThat(new Traversal(other, applied).upgrade("heads"))
                    .isEqualTo(new Traversal(graph, applied).upgrade("heads"));
            assertThat(new Traversal(other, applied).downgrade("base"))
                    .isEqualTo(new Traversal(graph, applied).downgrade("base"));
        });
    }

    @Test
    void stampsTheTargetsBesideTheUnrelatedHeads() {
        forEveryGraph((truth, graph, random) -> {
            Set<RevisionId> applied = anyState(truth, random);
            Traversal traversal = new Traversal(graph, applied);
            List<RevisionId> targets = truth.maximal(Set.copyOf(
                    List.of(truth.anyId(), truth.anyId()).stream().distinct().toList()));
            Set<RevisionId> heads = traversal.currentHeads().stream()
                    .filter(head -> targets.stream().noneMatch(target -> truth.isRelated(head, target)))
                    .collect(Collectors.toCollection(LinkedHashSet::new));
            heads.addAll(targets);

            Set<RevisionId> stamped =
                    traversal.stamp(targets.stream().map(RevisionId::value).toList(), false);

            assertThat(stamped).isEqualTo(truth.below(heads));
            assertThat(graph.maximal(stamped)).containsExactlyInAnyOrderElementsOf(heads);
        });
    }

    @Test
    void offersTextsThatSettleAnAmbiguity() {
        forEveryGraph((truth, graph, random) -> {
            Traversal traversal = new Traversal(graph, anyState(truth, random));
            for (String target : List.of("+1", "-1", truth.anyName() + "@+1", truth.anyName() + "@-1", "+2", "-3")) {
                try {
                    plan(traversal, target.contains("+") ? "upgrade" : "downgrade", target);
                } catch (TargetException refusal) {
                    if (refusal.code() == ErrorCode.AMBIGUOUS_TARGET) {
                        checkOffers(graph, traversal, target, refusal);
                    }
                }
            }
        });
    }

    /** What is offered means something else than what was refused; for one step down it undoes one current head. */
    private static void checkOffers(RevisionGraph graph, Traversal traversal, String target, TargetException refusal) {
        Matcher offered = OFFERED.matcher(refusal.action());
        for (String candidate : refusal.revisions()) {
            assertThat(offered.find())
                    .as("%s offers one text for each candidate", refusal)
                    .isTrue();
            boolean branches = graph.children(new RevisionId(candidate)).size() > 1
                    || graph.parents(new RevisionId(candidate)).size() > 1;
            try {
                List<RevisionId> plan = plan(traversal, offered.group(1), offered.group(2));
                if (target.equals("-1") && traversal.currentHeads().size() > 1 && !branches) {
                    assertThat(plan).as(offered.group()).containsExactly(new RevisionId(candidate));
                }
            } catch (TargetException again) {
                assertThat(again.code())
                        .as("%s offers %s, which gives %s", refusal, offered.group(), again)
                        .isIn(ErrorCode.AMBIGUOUS_TARGET, ErrorCode.OUT_OF_RANGE);
                assertThat(again.revisions()).isNotEqualTo(refusal.revisions());
            }
        }
    }

    private static List<RevisionId> plan(Traversal traversal, String command, String target) {
        return command.equals("upgrade") ? traversal.upgrade(target) : traversal.downgrade(target);
    }

    private static Set<RevisionId> afterAnyCommand(
            RandomGraph truth, RevisionGraph graph, Set<RevisionId> applied, Random random) {
        Traversal traversal = new Traversal(graph, applied);
        String target = anyTarget(truth, random);
        Set<RevisionId> after = new LinkedHashSet<>(applied);
        try {
            switch (random.nextInt(4)) {
                case 0, 1 -> {
                    for (RevisionId next : traversal.upgrade(target)) {
                        assertThat(after).containsAll(truth.needs(next)).doesNotContain(next);
                        after.add(next);
                    }
                }
                case 2 -> {
                    for (RevisionId next : traversal.downgrade(target)) {
                        assertThat(after.remove(next)).isTrue();
                        assertThat(after).noneMatch(other -> truth.needs(other).contains(next));
                    }
                }
                default -> after = new LinkedHashSet<>(traversal.stamp(List.of(target), random.nextInt(4) == 0));
            }
        } catch (TargetException refusal) {
            assertThat(refusal.getMessage()).endsWith(".");
            assertThat(refusal.action()).isNotEmpty();
            return applied;
        }
        return after;
    }

    private static String anyTarget(RandomGraph truth, Random random) {
        String name = truth.anyName();
        String steps = (random.nextBoolean() ? "+" : "-") + random.nextInt(4);
        return switch (random.nextInt(12)) {
            case 0 -> "heads";
            case 1 -> "head";
            case 2 -> random.nextInt(3) == 0 ? "base" : "current";
            case 3 -> steps;
            case 4 -> name + steps;
            case 5 -> name + "@" + steps;
            case 6 -> name + "@head";
            case 7 -> name + "@heads";
            case 8 -> name + "@base";
            case 9 -> name + "@" + truth.anyName();
            case 10 -> (random.nextBoolean() ? "head" : "base") + steps;
            default -> name;
        };
    }

    private static Set<RevisionId> anyState(RandomGraph truth, Random random) {
        Set<RevisionId> heads = new LinkedHashSet<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            heads.add(truth.anyId());
        }
        return truth.below(heads);
    }

    private static void forEveryGraph(Property property) {
        for (int seed = 0; seed < GRAPHS; seed++) {
            Random random = new Random(seed);
            RandomGraph truth = new RandomGraph(random);
            try {
                property.holds(truth, truth.graph(), random);
            } catch (RuntimeException | AssertionError failure) {
                throw new AssertionError("Seed " + seed + ": " + failure.getMessage(), failure);
            }
        }
    }
}
