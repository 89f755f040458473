package io.wubu.campaigns;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * The draw of points: the same seed, shares and candidates give the same points on every machine, so anybody can replay
 * it. Shuffled by Fisher–Yates with the generator that the Java platform specifies to the bit.
 */
public final class Draw {

    private static final Comparator<Candidate> ORDER =
            Comparator.comparing(Candidate::regionCode).thenComparing(Candidate::name);

    private final long seed;
    private final Map<PointKind, Integer> shares;

    /**
     * @param seed stored with the plan
     * @param shares how many parts of the points come from each kind (draw-ratio.dmn)
     */
    public Draw(long seed, Map<PointKind, Integer> shares) {
        this.seed = seed;
        this.shares = new EnumMap<>(shares);
    }

    /** Draws that many points of one city, in the order to be visited; fewer if there are fewer candidates. */
    public List<Candidate> draw(String cityCode, int count, List<Candidate> candidates) {
        var random = new Random(seed * 31 + Integer.parseInt(cityCode));
        var pools = pools(candidates, random);
        var drawn = new ArrayList<Candidate>();
        quotas(count).forEach((kind, quota) -> take(requireNonNull(pools.get(kind)), quota, drawn));
        for (var kind : PointKind.values()) {
            take(requireNonNull(pools.get(kind)), count - drawn.size(), drawn);
        }
        return List.copyOf(drawn);
    }

    private static Map<PointKind, List<Candidate>> pools(List<Candidate> candidates, Random random) {
        var pools = new EnumMap<PointKind, List<Candidate>>(PointKind.class);
        for (var kind : PointKind.values()) {
            var pool = new ArrayList<>(candidates.stream()
                    .filter(candidate -> candidate.kind() == kind)
                    .sorted(ORDER)
                    .toList());
            for (var last = pool.size() - 1; last > 0; last--) {
                pool.set(last, pool.set(random.nextInt(last + 1), pool.get(last)));
            }
            pools.put(kind, pool);
        }
        return pools;
    }

    /** Whole points by share; the points left over go to the largest remainders. */
    private Map<PointKind, Integer> quotas(int count) {
        var total = shares.values().stream().mapToInt(Integer::intValue).sum();
        var quotas = new EnumMap<PointKind, Integer>(PointKind.class);
        shares.forEach((kind, share) -> quotas.put(kind, count * share / total));
        var left = count - quotas.values().stream().mapToInt(Integer::intValue).sum();
        shares.entrySet().stream()
                .sorted(Comparator.comparingInt(
                                (Map.Entry<PointKind, Integer> share) -> -(count * share.getValue() % total))
                        .thenComparing(Map.Entry::getKey))
                .limit(left)
                .forEach(share -> quotas.merge(share.getKey(), 1, Integer::sum));
        return quotas;
    }

    private static void take(List<Candidate> pool, int count, List<Candidate> drawn) {
        var taken = pool.subList(0, Math.min(Math.max(count, 0), pool.size()));
        drawn.addAll(taken);
        taken.clear();
    }
}
