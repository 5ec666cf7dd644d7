package dev.revgraph.sample.tier;

import java.util.List;
import java.util.Optional;
import org.springframework.data.repository.Repository;

/** The tiers on sale. */
public interface TierRepository extends Repository<SubscriptionTier, Long> {

    List<SubscriptionTier> findAllByOrderByMonthlyPriceCentsAscCodeAsc();

    Optional<SubscriptionTier> findByCode(String code);
}
