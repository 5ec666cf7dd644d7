package dev.revgraph.autoconfigure.status;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** How long an inquirer lets anybody wait, and how much it keeps open. Its clock stands unless a test moves it. */
@Timeout(120)
class InquirerTest {

    private static final Duration PATIENCE = Duration.ofMillis(100);
    private static final Duration GIVE_UP = Duration.ofSeconds(60);
    private static final Duration FOREVER = Duration.ofMinutes(2);

    private final AtomicLong now = new AtomicLong();
    private final AtomicInteger asked = new AtomicInteger();
    private final CountDownLatch never = new CountDownLatch(1);

    @AfterEach
    void letThreadsEnd() {
        never.countDown();
    }

    @Test
    void passesOnWhatTheDatabaseAnswers() {
        assertThat(inquirer(FOREVER).ask(() -> "yes")).isEqualTo(new Answer.Known<>("yes"));
    }

    @Test
    void passesOnWhyItCannotBeAsked() {
        IllegalStateException failure = new IllegalStateException("no");
        Answer<String> answer = inquirer(FOREVER).ask(() -> {
            throw failure;
        });
        assertThat(answer).isEqualTo(new Answer.Failed<>(failure));
        assertThatThrownBy(answer::orThrow).isSameAs(failure);
    }

    @Test
    void waitsNoLongerThanItsPatienceAndThenNotAtAll() {
        Inquirer inquirer = inquirer(PATIENCE);
        assertSilent(inquirer.ask(this::hanging));

        pass(PATIENCE);
        Inquiry<String> refused = inquirer.put(this::hanging);
        assertThat(refused.isAnswered()).isTrue();
        assertSilent(inquirer.await(refused));
        assertAsked(1);
    }

    @Test
    void keepsFewQuestionsOpenHoweverManyAsk() {
        Inquirer inquirer = inquirer(PATIENCE);
        for (int i = 0; i < 10; i++) {
            assertSilent(inquirer.ask(this::hanging));
        }
        assertAsked(2);
    }

    @Test
    void forgetsWhoHasWaitedInVainForATurn() throws Exception {
        Inquirer inquirer = inquirer(PATIENCE);
        inquirer.put(this::hanging);
        inquirer.put(this::hanging);
        Inquiry<Integer> late = inquirer.put(asked::incrementAndGet);
        assertSilent(inquirer.await(late));

        pass(PATIENCE);
        never.countDown();
        while (!late.isAnswered()) {
            Thread.sleep(10);
        }
        assertSilent(late.await(FOREVER));
        assertAsked(2);
    }

    @Test
    void asksOnceMoreAfterAWhileButNotForEver() {
        Inquirer inquirer = inquirer(PATIENCE);
        assertSilent(inquirer.ask(this::hanging));
        for (int i = 0; i < 10; i++) {
            pass(GIVE_UP);
            assertSilent(inquirer.ask(this::hanging));
            pass(PATIENCE);
            assertSilent(inquirer.ask(this::hanging));
        }
        assertAsked(5);
    }

    @Test
    void hearsTheAnswerOfADatabaseThatIsBackBehindAConnectionThatIsNot() {
        Inquirer inquirer = inquirer(PATIENCE);
        assertSilent(inquirer.ask(this::hanging));
        pass(GIVE_UP);
        Inquiry<String> again = inquirer.put(() -> "back");
        assertThat(again.await(GIVE_UP)).isEqualTo(new Answer.Known<>("back"));
    }

    @Test
    void asksAtOnceWhenTheDatabaseAnswersAfterAll() throws Exception {
        Inquirer inquirer = inquirer(PATIENCE);
        Inquiry<String> slow = inquirer.put(this::hanging);
        pass(PATIENCE);
        never.countDown();
        while (!slow.isAnswered()) {
            Thread.sleep(10);
        }
        assertThat(inquirer.put(() -> "yes").await(FOREVER)).isEqualTo(new Answer.Known<>("yes"));
    }

    @Test
    void countsTheSilenceOfADatabaseFromWhenItIsAsked() throws Exception {
        Duration patience = GIVE_UP.minusSeconds(5);
        Inquirer inquirer = inquirer(patience);
        CountDownLatch before = new CountDownLatch(1);
        Inquiry<Boolean> one = inquirer.put(() -> await(before));
        Inquiry<Boolean> other = inquirer.put(() -> await(before));
        inquirer.put(this::hanging);
        pass(patience.minusSeconds(5));
        before.countDown();
        while (!one.isAnswered() || !other.isAnswered()) {
            Thread.sleep(10);
        }
        assertAsked(1);

        pass(Duration.ofSeconds(10));
        assertThat(inquirer.ask(() -> "yes")).isEqualTo(new Answer.Known<>("yes"));
    }

    private static boolean await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return true;
    }

    private Inquirer inquirer(Duration patience) {
        return new Inquirer("default", new Inquirer.Timing(patience, GIVE_UP), now::get);
    }

    private void pass(Duration time) {
        now.addAndGet(time.toNanos());
    }

    private String hanging() {
        asked.incrementAndGet();
        await(never);
        return "at last";
    }

    /** Questions begin on threads of their own, which a busy machine may start late. */
    private void assertAsked(int times) {
        long end = System.nanoTime() + FOREVER.toNanos();
        while (asked.get() < times && System.nanoTime() < end) {
            Thread.onSpinWait();
        }
        assertThat(asked).hasValue(times);
    }

    private static void assertSilent(Answer<?> answer) {
        assertThat(answer)
                .isInstanceOfSatisfying(
                        Answer.Failed.class,
                        failed -> assertThat(failed.failure()).isInstanceOf(SilentDatabaseException.class));
    }
}
