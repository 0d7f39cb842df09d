/* Searches on the road graph of New York with igraph 0.10: CPU milliseconds of each run, and sums.
   routes_igraph SHARED/reference/routes */
#include <igraph.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static double now(void)
{
    struct timespec t;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
    return 1e3 * (double)t.tv_sec + 1e-6 * (double)t.tv_nsec;
}

static FILE *from(char const *command, char const *folder, char const *file)
{
    char line[4096];
    snprintf(line, sizeof line, "%s '%s/%s'", command, folder, file);
    return popen(line, "r");
}

static void new_york(char const *folder, igraph_t *graph, igraph_vector_t *weights)
{
    FILE *lines = from("xz -dc", folder, "road_ny/NY.gr.xz");
    FILE *numbers = from("xz -dc", folder, "road_ny/NY_weights.txt.xz");
    long nodes = 0, edges = 0, u, v, w;
    if (fscanf(lines, "p %*s %ld %ld", &nodes, &edges) != 2) {
        exit(1);
    }
    igraph_vector_int_t ends;
    igraph_vector_int_init(&ends, 0);
    igraph_vector_init(weights, 0);
    for (long e = 0; e < edges && fscanf(lines, "%ld %ld", &u, &v) == 2 && fscanf(numbers, "%ld", &w) == 1; ++e) {
        igraph_vector_int_push_back(&ends, u - 1);
        igraph_vector_int_push_back(&ends, v - 1);
        igraph_vector_push_back(weights, (double)w);
    }
    igraph_create(graph, &ends, nodes, IGRAPH_UNDIRECTED);
    igraph_vector_int_destroy(&ends);
    pclose(lines);
    pclose(numbers);
}

static void five_thousand(char const *folder, igraph_t *graph, igraph_vector_t *weights)
{
    FILE *lines = from("cat", folder, "road_ny5k/edges_u_v_w.txt");
    long u, v, w;
    igraph_vector_int_t ends;
    igraph_vector_int_init(&ends, 0);
    igraph_vector_init(weights, 0);
    while (fscanf(lines, "%ld %ld %ld", &u, &v, &w) == 3) {
        igraph_vector_int_push_back(&ends, u);
        igraph_vector_int_push_back(&ends, v);
        igraph_vector_push_back(weights, (double)w);
    }
    igraph_create(graph, &ends, 5000, IGRAPH_UNDIRECTED);
    igraph_vector_int_destroy(&ends);
    pclose(lines);
}

int main(int count, char **arguments)
{
    if (count < 2) {
        return 2;
    }
    int const runs = 5;
    igraph_t graph;
    igraph_vector_t weights;
    new_york(arguments[1], &graph, &weights);
    for (int run = 0; run < runs; ++run) {
        igraph_matrix_t distance;
        igraph_matrix_init(&distance, 0, 0);
        double const begun = now();
        igraph_distances_dijkstra(&graph, &distance, igraph_vss_1(run * 13007), igraph_vss_all(), &weights, IGRAPH_OUT);
        printf("one_to_all %.2f %.0f\n", now() - begun, igraph_matrix_sum(&distance));
        igraph_matrix_destroy(&distance);
    }
    igraph_destroy(&graph);
    igraph_vector_destroy(&weights);
    five_thousand(arguments[1], &graph, &weights);
    for (int run = 0; run < runs; ++run) {
        igraph_vector_t node, edge;
        igraph_vector_init(&node, 0);
        igraph_vector_init(&edge, 0);
        double const begun = now();
        igraph_betweenness(&graph, &node, igraph_vss_all(), 0, &weights);
        igraph_edge_betweenness(&graph, &edge, 0, &weights);
        printf("betweenness %.0f %.3f %.3f\n", now() - begun, 2 * igraph_vector_sum(&node), 2 * igraph_vector_sum(&edge));
        igraph_vector_destroy(&node);
        igraph_vector_destroy(&edge);
    }
    if (count > 2) { /* takes minutes */
        igraph_destroy(&graph);
        igraph_vector_destroy(&weights);
        new_york(arguments[1], &graph, &weights);
        igraph_vector_int_list_t vertices;
        igraph_vector_int_list_init(&vertices, 0);
        double const begun = now();
        igraph_get_k_shortest_paths(&graph, &weights, &vertices, 0, 10, 146341, 56834, IGRAPH_OUT);
        printf("ten_shortest %.0f %ld\n", now() - begun, (long)igraph_vector_int_list_size(&vertices));
    }
    return 0;
}
