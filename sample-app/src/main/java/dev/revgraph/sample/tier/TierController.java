package dev.revgraph.sample.tier;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
class TierController {

    private final TierRepository tiers;

    TierController(TierRepository tiers) {
        this.tiers = tiers;
    }

    @GetMapping("/tiers")
    List<Tier> list() {
        return tiers.findAllByOrderByMonthlyPriceCentsAscCodeAsc().stream()
                .map(Tier::of)
                .toList();
    }

    /** {@code monthlyRequests} null: no limit. */
    record Tier(String code, String name, @Nullable Integer monthlyRequests, int maxApiKeys, long monthlyPriceCents) {

        static Tier of(SubscriptionTier tier) {
            var limit = tier.getMonthlyRequests();
            return new Tier(
                    tier.getCode(),
                    tier.getName(),
                    limit.isPresent() ? limit.getAsInt() : null,
                    tier.getMaxApiKeys(),
                    tier.getMonthlyPriceCents());
        }
    }
}
